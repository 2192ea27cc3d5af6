package elementtree

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// walk gives an element and all below it, in the order of the document, of those
// with a tag; nil is any.
func walk(e, tag any, yield func(any) bool) bool {
	if (tag == nil || py.Equal(of(e).tag, tag)) && !yield(e) {
		return false
	}
	for i := 0; i < len(of(e).children); i++ {
		if !walk(of(e).children[i], tag, yield) {
			return false
		}
	}
	return true
}

// lazily makes a generator of what seq gives.
func lazily(name string, seq func(yield func(any) bool)) any {
	return py.NewGenerator(name, func(y *py.Yielder) any {
		seq(func(v any) bool {
			y.Yield(v)
			return true
		})
		return nil
	})
}

// iterate is Element.iter.
func iterate(e, tag any) any {
	if py.Equal(tag, "*") {
		tag = nil
	}
	return lazily("iter", func(yield func(any) bool) { walk(e, tag, yield) })
}

// texts is Element.itertext.
func texts(e any, yield func(any) bool) {
	x := of(e)
	_, named := py.Payload(x.tag).(string)
	if !named && x.tag != nil {
		return
	}
	if x.text != nil && py.Truth(x.text) {
		yield(x.text)
	}
	for _, c := range x.children {
		texts(c, yield)
		if tail := of(c).tail; tail != nil && py.Truth(tail) {
			yield(tail)
		}
	}
}

func defineSearch(d *py.Definition) {
	d.Method("iter(self, /, tag=None)", func(self, tag any) any { return iterate(self, tag) })
	d.Method("itertext(self, /)", func(self any) any {
		return lazily("itertext", func(yield func(any) bool) { texts(self, yield) })
	})
	d.Method("find(self, /, path, namespaces=None)", func(self, path, namespaces any) any {
		if all := find(self, path, namespaces); len(all) > 0 {
			return all[0]
		}
		return nil
	})
	d.Method("findtext(self, /, path, default=None, namespaces=None)", func(self, path, otherwise, namespaces any) any {
		return findText(self, path, otherwise, namespaces)
	})
	d.Method("findall(self, /, path, namespaces=None)", func(self, path, namespaces any) any {
		return py.ListOf(find(self, path, namespaces)...)
	})
	d.Method("iterfind(self, /, path, namespaces=None)", func(self, path, namespaces any) any {
		return py.GetIter(py.ListOf(find(self, path, namespaces)...))
	})
}

func findText(e, path, otherwise, namespaces any) any {
	all := find(e, path, namespaces)
	if len(all) == 0 {
		return otherwise
	}
	if text := of(all[0]).text; text != nil {
		return text
	}
	return ""
}

var pathToken = regexp.MustCompile(`('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+`)

// A pathPart is a token of a path: an operator or text in quotes, or a name.
type pathPart struct{ op, name string }

// pathParts are the tokens of a path, with namespaces for prefixes.
func pathParts(path string, namespaces any) []pathPart {
	var parts []pathPart
	attribute := false
	for _, m := range pathToken.FindAllStringSubmatch(path, -1) {
		op, name := m[1]+m[2], m[3]
		if op == "" && name == "" {
			continue
		}
		if name != "" && name[0] != '{' {
			prefix, local, ok := strings.Cut(name, ":")
			switch {
			case ok:
				uri := any(nil)
				if namespaces != nil {
					uri = py.CallMethod(namespaces, "get", prefix)
				}
				if uri == nil {
					panic(py.NewSyntaxError("prefix " + py.Repr(prefix) + " not found in prefix map"))
				}
				name = "{" + py.Str(uri) + "}" + local
			case namespaces != nil && !attribute:
				if uri := py.CallMethod(namespaces, "get", ""); uri != nil && py.Truth(uri) {
					name = "{" + py.Str(uri) + "}" + name
				}
			}
		}
		parts = append(parts, pathPart{op, name})
		attribute = op == "@"
	}
	return parts
}

// isTag reports whether a path is a mere tag, in which a prefix is nothing special.
func isTag(path string) bool {
	if strings.HasPrefix(path, "{}") || strings.HasPrefix(path, "{*}") {
		return false
	}
	if end := strings.IndexByte(path, '}'); strings.HasPrefix(path, "{") && end >= 0 {
		path = path[end:]
	}
	return !strings.ContainsAny(path, "/*[@.")
}

// find is Element.findall.
func find(root, path, namespaces any) []any {
	text, ok := py.Payload(path).(string)
	if !ok {
		return children([]any{root}, path)
	}
	if namespaces == nil && isTag(text) {
		return children([]any{root}, text)
	}
	if strings.HasSuffix(text, "/") {
		text += "*"
	}
	if strings.HasPrefix(text, "/") {
		panic(py.NewSyntaxError("cannot use absolute path on element"))
	}
	s := &search{root: root, parts: pathParts(text, namespaces), found: []any{root}}
	if len(s.parts) == 0 {
		return nil
	}
	for {
		s.step()
		if len(s.parts) == 0 {
			return s.found
		}
		if s.parts[0].op == "/" {
			s.parts = s.parts[1:]
		}
		if len(s.parts) == 0 {
			panic(py.NewSyntaxError("invalid path"))
		}
	}
}

// search is the state of a path that is followed.
type search struct {
	root    any
	parts   []pathPart
	found   []any
	parents map[any]any
}

func (s *search) next() pathPart {
	if len(s.parts) == 0 {
		panic(py.NewSyntaxError("invalid path"))
	}
	p := s.parts[0]
	s.parts = s.parts[1:]
	return p
}

func (s *search) step() {
	switch p := s.next(); p.op {
	case "":
		s.found = children(s.found, p.name)
	case "*":
		s.found = children(s.found, nil)
	case ".":
	case "..":
		s.up()
	case "//":
		s.descend()
	case "[":
		s.predicate()
	default:
		panic(py.NewSyntaxError("invalid path"))
	}
}

// matches reports whether an element has a tag; {*} and * stand for any.
func matches(e any, tag any) bool {
	text, ok := tag.(string)
	if !ok {
		return tag == nil || py.Equal(of(e).tag, tag)
	}
	own, named := py.Payload(of(e).tag).(string)
	switch {
	case !named:
		return false
	case text == "{*}*":
		return true
	case text == "{}*":
		return !strings.HasPrefix(own, "{")
	case strings.HasPrefix(text, "{*}"):
		return own == text[3:] || strings.HasSuffix(own, text[2:])
	case strings.HasPrefix(text, "{}"):
		return own == text[2:]
	case strings.HasSuffix(text, "}*"):
		return strings.HasPrefix(own, text[:len(text)-1])
	}
	return own == text
}

func children(found []any, tag any) []any {
	var out []any
	for _, e := range found {
		for _, c := range of(e).children {
			if matches(c, tag) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (s *search) descend() {
	p := s.next()
	tag := any(p.name)
	switch {
	case p.op == "*":
		tag = nil
	case p.op != "":
		panic(py.NewSyntaxError("invalid descendant"))
	}
	var out []any
	for _, e := range s.found {
		walk(e, nil, func(d any) bool {
			if d != e && matches(d, tag) {
				out = append(out, d)
			}
			return true
		})
	}
	s.found = out
}

func (s *search) up() {
	if s.parents == nil {
		s.parents = map[any]any{}
		walk(s.root, nil, func(e any) bool {
			for _, c := range of(e).children {
				s.parents[c] = e
			}
			return true
		})
	}
	seen := map[any]bool{}
	var out []any
	for _, e := range s.found {
		if p := s.parents[e]; p != nil && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	s.found = out
}

var number = regexp.MustCompile(`^-?\d+$`)

// predicate follows what stands in brackets.
func (s *search) predicate() {
	var signature strings.Builder
	var values []string
	for {
		if len(s.parts) == 0 {
			panic(exc.TypeError("'NoneType' object is not callable")) // as CPython has it
		}
		p := s.next()
		if p.op == "]" {
			break
		}
		switch {
		case p.op != "" && (p.op[0] == '\'' || p.op[0] == '"'):
			values = append(values, p.op[1:len(p.op)-1])
			signature.WriteByte('\'')
		case p.op != "":
			signature.WriteString(p.op)
		default:
			values = append(values, p.name)
			signature.WriteByte('-')
		}
	}
	form := signature.String()
	keep := func(test func(e any) bool) {
		var out []any
		for _, e := range s.found {
			if test(e) {
				out = append(out, e)
			}
		}
		s.found = out
	}
	attribute := func(e any) any { return py.CallMethod(of(e).attrib, "get", values[0]) }
	switch {
	case form == "@-":
		keep(func(e any) bool { return attribute(e) != nil })
	case form == "@-='":
		keep(func(e any) bool { return py.Equal(attribute(e), values[1]) })
	case form == "@-!='":
		keep(func(e any) bool { v := attribute(e); return v != nil && !py.Equal(v, values[1]) })
	case form == "-" && !number.MatchString(values[0]):
		keep(func(e any) bool { return len(find(e, values[0], nil)) > 0 })
	case form == ".='" || form == ".!='":
		keep(func(e any) bool { return (allText(e) == values[0]) == (form == ".='") })
	case (form == "-='" || form == "-!='") && !number.MatchString(values[0]):
		keep(func(e any) bool {
			for _, c := range find(e, values[0], nil) {
				if (allText(c) == values[1]) == (form == "-='") {
					return true
				}
			}
			return false
		})
	case form == "-" || form == "-()" || form == "-()-":
		s.position(form, values, keep)
	default:
		panic(py.NewSyntaxError("invalid predicate"))
	}
}

// position is [1], [last()] and [last()-1].
func (s *search) position(form string, values []string, keep func(func(any) bool)) {
	index := -1
	switch {
	case form == "-":
		index, _ = strconv.Atoi(values[0])
		if index--; index < 0 {
			panic(py.NewSyntaxError("XPath position >= 1 expected"))
		}
	case values[0] != "last":
		panic(py.NewSyntaxError("unsupported function"))
	case form == "-()-":
		n, err := strconv.Atoi(values[1])
		if err != nil {
			panic(py.NewSyntaxError("unsupported expression"))
		}
		if index = n - 1; index > -2 {
			panic(py.NewSyntaxError("XPath offset from last() must be negative"))
		}
	}
	found := s.found
	s.up()
	parents := s.parents
	s.found = found
	keep(func(e any) bool {
		p := parents[e]
		if p == nil {
			return false
		}
		same := children([]any{p}, of(e).tag)
		at := index
		if at < 0 {
			at += len(same)
		}
		return at >= 0 && at < len(same) && same[at] == e
	})
}

func allText(e any) string {
	var b strings.Builder
	texts(e, func(v any) bool {
		b.WriteString(py.Str(v))
		return true
	})
	return b.String()
}

// indent is ElementTree.indent.
func indent(tree, space, level any) {
	n := py.As[int](level)
	if n < 0 {
		panic(exc.ValueError("Initial indentation level must be >= 0, got %d", n))
	}
	if isTree(tree) {
		tree = py.GetAttr(tree, "_root")
	}
	if len(of(tree).children) > 0 {
		indentChildren(tree, py.As[string](space), n)
	}
}

func blank(v any) bool { return v == nil || strings.TrimSpace(py.Str(v)) == "" }

func indentChildren(e any, space string, level int) {
	x := of(e)
	inner := "\n" + strings.Repeat(space, level+1)
	if blank(x.text) {
		x.text = inner
	}
	for i, c := range x.children {
		child := of(c)
		if len(child.children) > 0 {
			indentChildren(c, space, level+1)
		}
		if blank(child.tail) {
			child.tail = inner
			if i == len(x.children)-1 {
				child.tail = "\n" + strings.Repeat(space, level)
			}
		}
	}
}
