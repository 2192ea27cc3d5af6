"""Trees of XML: reading with the errors of expat, searching, changing and writing."""
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
import copy
a=ET.fromstring("<a>é</a>")
for e in (None,"utf-8","us-ascii","unicode","latin-1","UTF-8"): print(e, ET.tostring(a,encoding=e), ET.tostring(a,encoding=e,xml_declaration=True))
for s in ["","<a>","<a","text","<a></b>","<a><b></a>","<a/><b/>","<a x=1/>","<a x='1' x='2'/>","<a>&foo;</a>","<a>&lt</a>","<p:a/>","<a>\x01</a>","<a b/>","<a>]]></a>","<!-- c ","<a><!-- -- --></a>","</a>","<a>&#xZ;</a>"," <?xml version='1.0'?><a/>","<a\nb='<'/>","<1/>","<a></a >x","<a>\n  <b>\n</a>", "<a><![CDATA[x","<a b='1'c='2'/>", "<a>&#65;&#x42;<![CDATA[<c>]]>t</a>", "<!DOCTYPE a [<!ENTITY e 'val'>]><a k=' x\ny'>&e;</a>", "<a>é</b>"]:
    try:
        r = ET.fromstring(s)
        print(repr(s), "ok", r.text, r.attrib)
    except ET.ParseError as e: print(repr(s), e, e.code, e.position)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: a.append("x")); t(lambda: a[5]); t(lambda: a.remove(ET.Element("q"))); t(lambda: ET.Element("a",5)); t(lambda: ET.SubElement("x","y")); t(lambda: ET.tostring(ET.Element("a",{"k":5}))); t(lambda: a.findall("/x")); t(lambda:ET.tostring(5)); t(lambda: a.insert(0,5)); t(lambda: ET.parse("/nonexistent"))
e=ET.Element("a"); e.text=5
t(lambda: ET.tostring(e))
print(ET.PI("t","x").text, repr(ET.QName("u","t")), str(ET.QName("{u}t")), ET.tostring(ET.Comment("x")))
root = ET.XML("<r><i n='1'><k>a</k></i><i n='2'><k>b</k><k>c</k></i><j/><x><i n='3'/></x></r>")
for path in ("i", "*", ".//i", "i[@n]", "i[@n='2']", "i[k='b']", "i[1]", "i[last()]", "i[last()-1]", ".//k/..", "./i/k", "x//i", "i[@n!='1']", "i[k]", ".//*[k='c']", "zz", ".", "i/", ".//i[@n='3']"):
    print(path, [ET.tostring(m) for m in root.findall(path)])
for bad in ("i[0]", "i[", "//x", "i[foo()]", "p:x"):
    try: print(bad, root.findall(bad))
    except (SyntaxError, TypeError) as err: print(bad, type(err).__name__, err)
t1 = ET.ElementTree(root)
print(t1.getroot() is root, t1.find("i").get("n"), t1.findtext("i/k"), [m.tag for m in t1.iter("k")], root.findtext("j"), root.findtext("zz", "dflt"))
ET.register_namespace("my", "urn:my")
q = ET.Element("{urn:my}a", {"{urn:o}b": "1"}); ET.SubElement(q, "{urn:my}c").text = "&<>\"'"
print(ET.tostring(q).decode(), ET.tostring(q, default_namespace=None, encoding="unicode"))
c = copy.deepcopy(root); c[0].set("n", "9"); del c[1]; c[0:1] = [ET.Element("new"), ET.Element("new2")]; c.extend([ET.Element("e1")]); c.insert(0, ET.Comment("hi"))
print(ET.tostring(c), root[0].get("n"), len(c), list(root[0].attrib), root[-1].tag, [x.tag for x in root[1:3]])
for ch in list(root):
    if ch.tag == "i": root.remove(ch)
print(ET.tostring(root)); ET.dump(root)
class Upper(ET.Element): 
    def shout(self): return self.tag.upper()
u = Upper("abc", x="1"); u.append(ET.Element("k")); print(u.shout(), u.attrib, ET.tostring(u), isinstance(u, ET.Element), ET.iselement(u))
for r in ET.fromstring("<p>one<b>two</b>three</p>").itertext(): print(r)

SRC = """<?xml version="1.0"?>
<library name="City &amp; Co">
  <!-- a comment -->
  <book id="b1" lang='en'>
    <title>Go &lt;fast&gt;</title>
    <author>Ann</author><author>Bob</author>
    <price cur="EUR">12.50</price>
  </book>
  <book id="b2"><title>Été</title><author>Cy</author><price>8</price>tail text</book>
  <empty/>
</library>"""

root = ET.fromstring(SRC)
print(root.tag, root.attrib, len(root), root.get("nope", "-"))
for book in root.findall("book"):
    print(book.get("id"), book.findtext("title"), [a.text for a in book.iter("author")], float(book.find("price").text), book.find("nope"))
print([e.tag for e in root.iter()], root.find("book[@id='b2']/title").text, [e.text for e in root.findall(".//author")])
new = ET.SubElement(root, "book", {"id": "b3"}, lang="fr")
ET.SubElement(new, "title").text = "a < b & \"c\""
new.set("year", "2024")
new.tail = "\n"
root.remove(root.find("empty"))
print(ET.tostring(new, encoding="unicode"))
ET.indent(new, "  ")
print(ET.tostring(new).decode())
e = ET.Element("r")
e.text = "x"
e.append(ET.Element("c"))
e[0].tail = "y"
print(ET.tostring(e), ET.tostring(e, encoding="unicode", short_empty_elements=False), "".join(e.itertext()), len(list(e)), e[0] is e.find("c"))
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as err:
    print(err, err.position, err.code)
tree = ET.ElementTree(root)
buf = BytesIO()
tree.write(buf, encoding="utf-8", xml_declaration=True)
print(len(buf.getvalue()), buf.getvalue()[:60])
for ev, el in ET.iterparse(StringIO("<a><b>1</b><b>2</b></a>"), events=("start", "end")):
    print(ev, el.tag, el.text)
ns = ET.fromstring('<f:a xmlns:f="urn:x" xmlns="urn:y" f:k="v"><b/></f:a>')
print(ns.tag, ns.attrib, ns[0].tag, ns.find("{urn:y}b") is not None, ns.find("y:b", {"y": "urn:y"}).tag)
print(ET.tostring(ns))
