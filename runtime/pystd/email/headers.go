package email

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// headerKind is how the value of a header is parsed.
type headerKind struct {
	// class is the name of the class in email.headerregistry.
	class string
	// max is how many a message may have; 0 is any number.
	max   int
	parse func(value any) parsedHeader
}

// parsedHeader is the value of a header: its text, its parts for folding, and
// its attributes.
type parsedHeader struct {
	text       string
	tree       *rfc5322.Node
	attributes py.Kwargs
	defects    []any
}

var (
	unstructuredKind = headerKind{"UnstructuredHeader", 0, parseUnstructured}
	subjectKind      = headerKind{"UniqueUnstructuredHeader", 1, parseUnstructured}
	addressesKind    = headerKind{"UniqueAddressHeader", 1, parseAddresses}
	repeatedKind     = headerKind{"AddressHeader", 0, parseAddresses}
)

// headerKinds are the kinds by the names of headers in lower case.
var headerKinds = map[string]headerKind{
	"subject": subjectKind,
	"date":    {"UniqueDateHeader", 1, parseDate}, "orig-date": {"UniqueDateHeader", 1, parseDate},
	"resent-date": {"DateHeader", 0, parseDate},
	"sender":      {"UniqueSingleAddressHeader", 1, parseAddress}, "resent-sender": {"SingleAddressHeader", 0, parseAddress},
	"to": addressesKind, "cc": addressesKind, "bcc": addressesKind, "from": addressesKind, "reply-to": addressesKind,
	"resent-to": repeatedKind, "resent-cc": repeatedKind, "resent-bcc": repeatedKind, "resent-from": repeatedKind,
	"mime-version":              {"MIMEVersionHeader", 1, parseVersion},
	"content-type":              {"ContentTypeHeader", 1, parseContentType},
	"content-disposition":       {"ContentDispositionHeader", 1, parseDisposition},
	"content-transfer-encoding": {"ContentTransferEncodingHeader", 1, parseTransferEncoding},
	"message-id":                {"MessageIDHeader", 1, parseMessageID},
}

func kindOfHeader(name string) headerKind {
	if k, ok := headerKinds[strings.ToLower(name)]; ok {
		return k
	}
	return unstructuredKind
}

// maxCount is how many headers of a name a message may have, None for any.
func maxCount(p *Policy, name string) any {
	if n := kindOfHeader(name).max; !p.legacy && n > 0 {
		return n
	}
	return nil
}

// treeAttribute is where a header keeps its parts.
const treeAttribute = "_parse_tree"

// parsedTree is the value of that attribute.
type parsedTree struct{ node *rfc5322.Node }

var parsedTreeClass = py.NewNativeClass("email._header_value_parser", "TokenList", nil, func(*py.Definition) {})

// PyClass is the class of what a header was parsed into.
func (*parsedTree) PyClass() *py.Class { return parsedTreeClass }

var baseHeaderClass = sync.OnceValue(func() *py.Class {
	return define.Class("email.headerregistry", "BaseHeader", []any{py.StrClass}, func(b *define.Body) {
		b.Method("fold(self, *, policy)", func(self, policy any) any {
			return rfc5322.Fold(headerName(self), headerTree(self), policyOf(policy).limits())
		})
	})
})

var (
	headerClassMu sync.Mutex
	headerClasses = map[string]*py.Class{}
)

// headerClass is the class of the headers of a kind.
func headerClass(k headerKind) *py.Class {
	base := baseHeaderClass()
	headerClassMu.Lock()
	defer headerClassMu.Unlock()
	if c := headerClasses[k.class]; c != nil {
		return c
	}
	c := define.Class("email.headerregistry", "_"+k.class, []any{base}, func(b *define.Body) {
		var limit any
		if k.max > 0 {
			limit = k.max
		}
		b.Set("max_count", limit)
		if strings.HasSuffix(k.class, "SingleAddressHeader") {
			b.Property("address", func(self any) any {
				addresses := py.GetAttr(self, "addresses").(py.Tuple)
				if len(addresses) != 1 {
					panic(exc.ValueError("value of single address header %s is not a single address", headerName(self)))
				}
				return addresses[0]
			})
		}
	})
	headerClasses[k.class] = c
	return c
}

// newHeader makes a header object.
func newHeader(name string, value any) any {
	kind := kindOfHeader(name)
	parsed := kind.parse(value)
	if rfc5322.HasSurrogates(parsed.text) {
		parsed.text = sanitize(parsed.text)
	}
	h := py.Call(headerClass(kind), parsed.text)
	py.SetAttr(h, "name", name)
	py.SetAttr(h, "defects", py.Tuple(parsed.defects))
	py.SetAttr(h, treeAttribute, &parsedTree{parsed.tree})
	for _, a := range parsed.attributes {
		py.SetAttr(h, a.Name, a.Value)
	}
	return h
}

// sanitize replaces the bytes without meaning in text.
func sanitize(text string) string {
	return py.BytesDecode(string(py.StrEncode(text, "utf-8", "surrogateescape")), "utf-8", "replace")
}

// headerName is the name of a header object, "" for any other value.
func headerName(v any) string {
	if _, ok := v.(*py.Object); !ok {
		return ""
	}
	name, _ := py.GetAttrOr(v, "name", nil).(string)
	return name
}

func headerTree(v any) *rfc5322.Node {
	if t, ok := py.GetAttrOr(v, treeAttribute, nil).(*parsedTree); ok {
		return t.node
	}
	return rfc5322.Unstructured(py.Str(v))
}

// headerText is a value as text. Others than str have no find method.
func headerText(value any) string {
	s, ok := py.Payload(value).(string)
	if !ok {
		if _, isNumber := py.Payload(value).(int); isNumber || value == nil {
			panic(exc.TypeError("object of type '%s' has no len()", py.TypeOf(value).Name()))
		}
		panic(exc.AttributeError("'%s' object has no attribute 'startswith'", py.TypeOf(value).Name()))
	}
	return s
}

func parseUnstructured(value any) parsedHeader {
	if n, ok := py.Payload(value).(int); ok {
		if n != 0 {
			panic(exc.TypeError("'int' object is not subscriptable"))
		}
		value = ""
	}
	if value == nil {
		value = ""
	}
	tree := rfc5322.Unstructured(headerText(value))
	return parsedHeader{text: tree.String(), tree: tree}
}

func parseDate(value any) parsedHeader {
	empty := rfc5322.Unstructured("")
	if !py.Truth(value) {
		return parsedHeader{tree: empty, attributes: py.Kwargs{{Name: "datetime"}}, defects: []any{defect("HeaderMissingRequiredValue")}}
	}
	if s, ok := py.Payload(value).(string); ok {
		err := py.Try(func() error {
			value = parseDateTime(s)
			return nil
		})
		if err != nil {
			if !py.Matches(err, py.ValueError) {
				panic(err)
			}
			return parsedHeader{text: s, tree: empty, attributes: py.Kwargs{{Name: "datetime"}},
				defects: []any{defect("InvalidDateDefect", "Invalid date value or format")}}
		}
	}
	text := formatDateTime(value, false)
	return parsedHeader{text: text, tree: rfc5322.Unstructured(text), attributes: py.Kwargs{{Name: "datetime", Value: value}}}
}

func parseAddress(value any) parsedHeader { return parseAddresses(value) }

func parseAddresses(value any) parsedHeader {
	var h parsedHeader
	var groups py.Tuple
	if s, ok := py.Payload(value).(string); ok {
		tree, parsed, strict := rfc5322.Addresses(s)
		h.tree = tree
		if !strict {
			h.defects = []any{defect("InvalidHeaderDefect", "invalid address in address list")}
		}
		for _, g := range parsed {
			groups = append(groups, groupObject(g))
		}
	} else {
		items := []any{value}
		if py.HasAttr(value, "__iter__") {
			items = items[:0]
			for item := range py.Iter(value) {
				items = append(items, item)
			}
		}
		for _, item := range items {
			if !py.HasAttr(item, "addresses") {
				item = &group{addresses: py.Tuple{item}}
			}
			groups = append(groups, item)
		}
	}
	var texts []string
	addresses := py.Tuple{}
	for _, g := range groups {
		texts = append(texts, py.Str(g))
		for a := range py.Iter(py.GetAttr(g, "addresses")) {
			addresses = append(addresses, a)
		}
	}
	h.text = strings.Join(texts, ", ")
	if h.tree == nil {
		h.tree, _, _ = rfc5322.Addresses(h.text)
	}
	h.attributes = py.Kwargs{{Name: "groups", Value: groups}, {Name: "addresses", Value: addresses}}
	return h
}

func parseVersion(value any) parsedHeader {
	text := headerText(value)
	tree, word := rfc5322.Token("mime-version", text)
	h := parsedHeader{text: text, tree: tree}
	major, minor, ok := strings.Cut(word, ".")
	if !ok || !py.StrIsDigit(major) || !py.StrIsDigit(minor) {
		h.attributes = py.Kwargs{{Name: "version"}, {Name: "major"}, {Name: "minor"}}
		h.defects = []any{defect("InvalidHeaderDefect", "Expected MIME version number but found "+py.Repr(text))}
		return h
	}
	h.attributes = py.Kwargs{{Name: "version", Value: word}, {Name: "major", Value: py.Int(major)}, {Name: "minor", Value: py.Int(minor)}}
	return h
}

func parametersObject(list []rfc5322.Parameter) any {
	d := py.DictOf[any, any]()
	for _, p := range list {
		d.Set(strings.ToLower(p.Name), p.Value)
	}
	return py.NewMappingProxy(d)
}

func parseContentType(value any) parsedHeader {
	v := rfc5322.ContentType(headerText(value))
	main, sub, _ := strings.Cut(v.Value, "/")
	h := parsedHeader{text: v.Tree.String(), tree: v.Tree, attributes: py.Kwargs{
		{Name: "content_type", Value: v.Value}, {Name: "maintype", Value: main}, {Name: "subtype", Value: sub},
		{Name: "params", Value: parametersObject(v.Parameters)},
	}}
	if !v.Valid {
		h.defects = []any{defect("InvalidHeaderDefect", "Invalid content type")}
	}
	return h
}

func parseDisposition(value any) parsedHeader {
	v := rfc5322.ContentDisposition(headerText(value))
	h := parsedHeader{text: v.Tree.String(), tree: v.Tree, attributes: py.Kwargs{
		{Name: "content_disposition", Value: v.Value}, {Name: "params", Value: parametersObject(v.Parameters)},
	}}
	if !v.Valid {
		h.defects = []any{defect("InvalidHeaderDefect", "Expected content disposition but found "+py.Repr(value))}
	}
	return h
}

func parseTransferEncoding(value any) parsedHeader {
	tree, word := rfc5322.Token("content-transfer-encoding", headerText(value))
	return parsedHeader{text: tree.String(), tree: tree, attributes: py.Kwargs{{Name: "cte", Value: word}}}
}

func parseMessageID(value any) parsedHeader {
	tree, _ := rfc5322.Token("message-id", headerText(value))
	return parsedHeader{text: tree.String(), tree: tree}
}
