package py

import (
	"strings"
	"sync"
)

// reprActive holds the containers whose repr is being made, so that one that
// contains itself is shown as dots.
var reprActive struct {
	sync.Mutex
	containers map[any]bool
}

// enterRepr marks a container; false means that it is inside itself.
func enterRepr(container any) bool {
	reprActive.Lock()
	defer reprActive.Unlock()
	if reprActive.containers[container] {
		return false
	}
	if reprActive.containers == nil {
		reprActive.containers = map[any]bool{}
	}
	reprActive.containers[container] = true
	return true
}

func leaveRepr(container any) {
	reprActive.Lock()
	delete(reprActive.containers, container)
	reprActive.Unlock()
}

// valueRepr is repr(o) of a builtin value; false for other types.
func valueRepr(o any) (string, bool) {
	switch x := o.(type) {
	case nil:
		return "None", true
	case bool:
		if x {
			return "True", true
		}
		return "False", true
	case string:
		return strRepr(x), true
	case float64:
		return FormatFloat(x), true
	case complex128:
		return FormatComplex(x), true
	case Tuple:
		return tupleRepr(x), true
	case listValue:
		return listRepr(x), true
	case dictValue:
		return dictRepr(x), true
	case setValue:
		return setRepr(x), true
	case *DictView:
		return dictViewRepr(x), true
	case *Range:
		return x.String(), true
	case *Slice:
		return x.String(), true
	case Bytes:
		return bytesRepr(string(x)), true
	case *ByteArray:
		return x.String(), true
	case *MemoryView:
		return x.String(), true
	}
	if i, ok := intOf(o); ok {
		return intRepr(i), true
	}
	return "", false
}

func listRepr(l listValue) string {
	if l.Len() == 0 {
		return "[]"
	}
	if !enterRepr(l) {
		return "[...]"
	}
	defer enterNested(" while getting the repr of an object")()
	defer leaveRepr(l)
	var b strings.Builder
	b.WriteByte('[')
	for i := 0; i < l.Len(); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(Repr(l.item(i)))
	}
	b.WriteByte(']')
	return b.String()
}

// tupleRepr knows a tuple by its storage: it has no other identity.
func tupleRepr(t Tuple) string {
	if len(t) == 0 {
		return "()"
	}
	if !enterRepr(&t[0]) {
		return "(...)"
	}
	defer enterNested(" while getting the repr of an object")()
	defer leaveRepr(&t[0])
	var b strings.Builder
	b.WriteByte('(')
	for i, v := range t {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(Repr(v))
	}
	if len(t) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String()
}

func dictRepr(d dictValue) string {
	if d.Len() == 0 {
		return "{}"
	}
	if !enterRepr(d) {
		return "{...}"
	}
	defer enterNested(" while getting the repr of an object")()
	defer leaveRepr(d)
	var b strings.Builder
	b.WriteByte('{')
	for c := d.newCursor(false); ; {
		k, v, ok := d.stepAny(&c, false)
		if !ok {
			break
		}
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		b.WriteString(Repr(k))
		b.WriteString(": ")
		b.WriteString(Repr(v))
	}
	b.WriteByte('}')
	return b.String()
}

func setRepr(s setValue) string {
	if s.isFrozen() {
		return namedSetRepr("frozenset", s)
	}
	return namedSetRepr("set", s)
}

// namedSetRepr is the repr of a set whose class has the given name.
func namedSetRepr(name string, s setValue) string {
	if s.Len() == 0 {
		return name + "()"
	}
	if !enterRepr(s) {
		return name + "(...)"
	}
	defer enterNested(" while getting the repr of an object")()
	defer leaveRepr(s)
	var b strings.Builder
	b.WriteByte('{')
	for at := 0; ; {
		v, next, ok := s.stepItem(at)
		if !ok {
			break
		}
		at = next
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		b.WriteString(Repr(v))
	}
	b.WriteByte('}')
	if name == "set" {
		return b.String()
	}
	return name + "(" + b.String() + ")"
}

func dictViewRepr(v *DictView) string {
	if !enterRepr(v) {
		return "..."
	}
	defer enterNested(" while getting the repr of an object")()
	defer leaveRepr(v)
	items := &List[any]{items: drain(v.iterator(false))}
	return v.PyClass().Name() + "(" + items.String() + ")"
}
