package re

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

// regexFlags are the members of RegexFlag with their short names.
var regexFlags = []struct {
	name, short string
	value       int
}{
	{"NOFLAG", "", 0}, {"ASCII", "A", flagASCII}, {"IGNORECASE", "I", flagIgnoreCase}, {"LOCALE", "L", flagLocale},
	{"UNICODE", "U", flagUnicode}, {"MULTILINE", "M", flagMultiline}, {"DOTALL", "S", flagDotAll},
	{"VERBOSE", "X", flagVerbose}, {"DEBUG", "", flagDebug},
}

// flagClass makes re.RegexFlag, whose members show themselves as names of the
// module.
var flagClass = sync.OnceValue(func() *py.Class {
	e := enum.Module()
	kw := py.Kwargs{{Name: "boundary", Value: e.Attr("KEEP")}}
	return define.ClassWith("re", "RegexFlag", []any{e.Attr("IntFlag")}, kw, func(b *define.Body) {
		for _, f := range regexFlags {
			b.Set(f.name, f.value)
			if f.short != "" {
				b.Set(f.short, f.value)
			}
		}
		b.Set("_numeric_repr_", py.StaticMethod(py.Builtin("hex")))
		b.Set("__str__", py.GetAttr(py.ObjectClass, "__str__"))
		b.Method("__repr__(self)", func(self any) any {
			name, ok := py.GetAttr(self, "_name_").(string)
			if !ok {
				return "re.RegexFlag(" + py.Repr(py.GetAttr(self, "_value_")) + ")"
			}
			parts := strings.Split(name, "|")
			for i, part := range parts {
				if part[0] < '0' || part[0] > '9' {
					parts[i] = "re." + part
				}
			}
			return strings.Join(parts, "|")
		})
	})
})

// addFlags adds the members of RegexFlag under both of their names. The class
// is made when the first is used.
func addFlags(m *py.Module) {
	m.Lazy("RegexFlag", func() any { return flagClass() })
	for _, f := range regexFlags {
		member := func() any { return py.GetAttr(flagClass(), f.name) }
		m.Lazy(f.name, member)
		if f.short != "" {
			m.Lazy(f.short, member)
		}
	}
}
