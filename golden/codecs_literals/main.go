package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ast"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/codecs"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unicodedata"
)

func show(label string, fn any) {
	err := py.Try(func() error {
		fmt.Println(label, py.Repr(py.Call(fn)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(label, py.TypeOf(e).Name(), py.StrSplit(py.Str(e), " at 0x").Get(0))
	}
}

var (
	t    string
	e    any
	s    string
	p    py.Bytes
	d    any
	info any
	r    any
	b    any
	Inc  any
)

func incDecode(self, input, final any) any {
	return py.CallMethod(py.CallMethod(input, "decode", "ascii"), "upper")
}

func main() {
	py.Main(func() error {
		py.SetCharacterNames(unicodedata.Name)
		for _, tItem := range []string{"1", "-1", "+2.5", `'a' "b"`, "b'x\\x41'", "[1, 2.5, (3,)]", "{'a': [1], (1, 2): None}", "{1, 2}", "set()", "()", "(1)", "True", "...", "1+2j", "-3-4j", "0x1f", "1_000", "r'\\n'", `'\u2603\N{SNOWMAN}\101'`, "'''a\nb'''", " 5", "[1,\n 2,]", "{}", "1e3", "10**2", "x", "f(1)", "[x for x in y]", "1 if 2 else 3", "a.b", "a[0]", "lambda: 1", "f'{x}'", "1 +", "[1", "'abc", "", "1 2", "{'a': 1, **b}", "not 1", "1 < 2", "012", "{1: 2, 3}", "1 + 2", "-'a'", "--1", "[*a]"} {
			t = tItem
			show(py.Repr(t), py.Func("<lambda>()", func() any { return py.CallMethod(ast.Module(), "literal_eval", t) }))
		}
		err := py.Try(func() error {
			py.CallMethod(ast.Module(), "literal_eval", "1 +")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.SyntaxError) {
				return err
			}
			e = err
			py.Print(py.GetAttr(e, "msg"))
		}
		for _, sItem := range []string{"Grüße", "abc", "東京", "bücher", "", "é", "Pröbe-x", "a-b"} {
			s = sItem
			p = py.StrEncode(s, "punycode", "strict")
			show(s, py.Func("<lambda>()", func() any { return py.Tuple{p, py.BytesDecode(string(p), "punycode", "strict")} }))
		}
		for _, sItem := range []string{"example.com", "bücher.de", "faß.de", "東京.jp", "ÄÖ.x.", "", "a..b", py.StrRepeat("x", 64), py.StrRepeat("é", 70)} {
			s = sItem
			show(py.StrSlice(s, nil, 10, nil), py.Func("<lambda>()", func() any {
				return py.Tuple{py.StrEncode(s, "idna", "strict"), py.BytesDecode(string(py.StrEncode(s, "idna", "strict")), "idna", "strict")}
			}))
		}
		show("bad", py.Func("<lambda>()", func() any { return py.BytesDecode(string(py.Bytes("xn--zz!")), "idna", "strict") }))
		show("bad2", py.Func("<lambda>()", func() any { return py.BytesDecode(string(py.Bytes("\xff")), "idna", "strict") }))
		show("bad3", py.Func("<lambda>()", func() any { return py.BytesDecode(string(py.Bytes("abc-\x80")), "punycode", "strict") }))
		show("bad4", py.Func("<lambda>()", func() any { return py.BytesDecode(string(py.Bytes("abc-z")), "punycode", "strict") }))
		text := "Grüße, 東京 & naïve ☃ 😀"
		for _, enc := range []string{"utf-8", "utf-16", "utf-16-be", "utf-32", "latin-1", "utf-8-sig", "ascii"} {
			d = py.CallKw(py.CallMethod(codecs.Module(), "getincrementaldecoder", enc), nil, py.Kwargs{{Name: "errors", Value: "replace"}})
			raw := py.StrEncode(text, enc, "replace")
			items := py.ListOf[any]()
			for i := range len(raw) {
				items.Append(py.CallMethod(d, "decode", py.GetItem(raw, py.NewSlice(i, i+1, nil)).(py.Bytes)))
			}
			out := items.Concat(py.ListOf[any](py.CallMethodKw(d, "decode", []any{py.Bytes("")}, py.Kwargs{{Name: "final", Value: true}})))
			e = py.Call(py.CallMethod(codecs.Module(), "getincrementalencoder", enc), "replace")
			arg := py.CallMethod("", "join", out)
			items2 := py.ListOf[any]()
			for x := range out.All() {
				if py.Truth(x) {
					items2.Append(x)
				}
			}
			arg2 := items2.Slice(nil, 3, nil)
			receiver := py.Bytes("")
			source := py.GetIter(text)
			py.Print(enc, arg, arg2, py.Eq(py.CallMethod(receiver, "join", py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
				for cItem := range py.Iter(source) {
					c := py.As[string](cItem)
					y.Yield(py.CallMethod(e, "encode", c))
				}
				return nil
			}).Streams()), raw), py.GetItem(py.CallMethod(d, "getstate"), 0), py.GetAttr(py.CallMethod(codecs.Module(), "lookup", enc), "name"))
		}
		d = py.Call(py.CallMethod(codecs.Module(), "getincrementaldecoder", "utf-8"))
		show("partial", py.Func("<lambda>()", func() any {
			return py.Tuple{py.CallMethod(d, "decode", py.Bytes("\xe2\x98")), py.CallMethod(d, "getstate"), py.CallMethod(d, "decode", py.Bytes("\x83!")), py.CallMethod(d, "getstate")}
		}))
		show("final", py.Func("<lambda>()", func() any { return py.CallMethod(d, "decode", py.Bytes("\xe2"), true) }))
		py.CallMethod(d, "reset")
		show("inval", py.Func("<lambda>()", func() any { return py.CallMethod(d, "decode", py.Bytes("\xff")) }))
		show("enc", py.Func("<lambda>()", func() any { return py.Call(py.CallMethod(codecs.Module(), "getencoder", "utf-8"), "é") }))
		show("dec", py.Func("<lambda>()", func() any {
			return py.Call(py.CallMethod(codecs.Module(), "getdecoder", "latin-1"), py.Bytes("\xe9"))
		}))
		show("iter", py.Func("<lambda>()", func() any {
			return py.ListFrom(py.Items[any](py.CallMethod(codecs.Module(), "iterdecode", py.ListOf[any](py.Bytes("\xe2"), py.Bytes("\x98\x83"), py.Bytes("a")), "utf-8")))
		}))
		show("itere", py.Func("<lambda>()", func() any {
			return py.ListFrom(py.Items[any](py.CallMethod(codecs.Module(), "iterencode", py.ListOf[any]("a", "é"), "utf-16")))
		}))
		show("lookup", py.Func("<lambda>()", func() any {
			items := py.ListOf[any]()
			for _, n := range []string{"UTF8", "latin1", "ascii", "utf-8-sig", "cp1252", "rot13", "hex", "idna", "punycode", "utf_16_le"} {
				items.Append(py.GetAttr(py.CallMethod(codecs.Module(), "lookup", n), "name"))
			}
			return items
		}))
		show("lookup bad", py.Func("<lambda>()", func() any { return py.CallMethod(codecs.Module(), "lookup", "nope") }))
		info = py.CallMethod(codecs.Module(), "lookup", "utf-8")
		show("info", py.Func("<lambda>()", func() any {
			return py.Tuple{py.CallMethod(info, "encode", "é"), py.CallMethod(info, "decode", py.Bytes("é")), py.Call(py.GetItem(info, 0), "x"), py.Len(info), py.IsInstance(info, py.TupleClass)}
		}))
		r = py.Call(py.CallMethod(codecs.Module(), "getreader", "utf-8"), py.CallMethod(io.Module(), "BytesIO", py.EncodeUTF8("línea 1\nline 2\r\nlast")))
		show("reader", py.Func("<lambda>()", func() any {
			return py.Tuple{py.CallMethod(r, "readline"), py.CallMethodKw(r, "readline", nil, py.Kwargs{{Name: "keepends", Value: false}}), py.CallMethod(r, "read"), py.CallMethod(r, "read")}
		}))
		r = py.Call(py.CallMethod(codecs.Module(), "getreader", "utf-16"), py.CallMethod(io.Module(), "BytesIO", py.StrEncode(`a
b
c`, "utf-16", "strict")))
		show("reader2", py.Func("<lambda>()", func() any {
			items := py.ListOf[any]()
			for l := range py.Iter(r) {
				items.Append(l)
			}
			return items
		}))
		b = py.CallMethod(io.Module(), "BytesIO")
		w := py.Call(py.CallMethod(codecs.Module(), "getwriter", "utf-16"), b)
		py.CallMethod(w, "write", "hé")
		py.CallMethod(w, "writelines", py.ListOf[any]("a", "b"))
		show("writer", py.Func("<lambda>()", func() any { return py.CallMethod(b, "getvalue") }))
		show("name", py.Func("<lambda>()", func() any { return py.StrEncode("é☃a", "ascii", "namereplace") }))
		show("handlers", py.Func("<lambda>()", func() any {
			return py.Tuple{py.StrEncode("aé", "ascii", "xmlcharrefreplace"), py.Call(py.CallMethod(codecs.Module(), "lookup_error", "ignore"), py.Call(py.UnicodeEncodeError, "ascii", "é", 0, 1, "r")), py.CallMethod(codecs.Module(), "backslashreplace_errors", py.Call(py.UnicodeDecodeError, "x", py.Bytes("\xff"), 0, 1, "r"))}
		}))
		show("lookup_error", py.Func("<lambda>()", func() any { return py.CallMethod(codecs.Module(), "lookup_error", "zzz") }))
		Inc = py.NewClass("Inc", []any{codecs.Module().Attr("IncrementalDecoder")}, nil, func(ns *py.Namespace) {
			ns.Set("decode", py.Func("Inc.decode(self, input, final=False)", incDecode))
		})
		py.Print(py.CallMethod(py.Call(Inc), "decode", py.Bytes("abc")), py.GetAttr(py.Call(Inc), "errors"), py.CallMethod(codecs.Module(), "encode", "Hello", "rot13"), py.CallMethod(codecs.Module(), "decode", "48", "hex"))
		return nil
	})
}
