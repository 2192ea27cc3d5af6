package datetime

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A header is the parameters of a constructor, whose errors do not name the
// class.
type header struct {
	// function is the name that errors show, "" for none.
	function string
	names    []string
	required int
	// positional is the number of parameters that can be given by position.
	positional int
	// integers is the number of parameters, from the first, that are C ints.
	integers int
}

// absent marks an argument that was not given.
var absent = py.NotImplemented

// name is what errors call the function.
func (h *header) name() string {
	if h.function == "" {
		return "function"
	}
	return h.function + "()"
}

// bind puts arguments in the order of the parameters. It raises TypeError.
func (h *header) bind(args py.Tuple, keywords *py.Dict[any, any]) []any {
	if given := len(args) + keywords.Len(); given > len(h.names) {
		panic(exc.TypeError("%s takes at most %d %sargument%s (%d given)",
			h.name(), len(h.names), keywordOnly(len(args)), plural(len(h.names)), given))
	}
	if len(args) > h.positional {
		panic(exc.TypeError("%s takes at most %d positional argument%s (%d given)",
			h.name(), h.positional, plural(h.positional), len(args)))
	}
	values := make([]any, len(h.names))
	for i, name := range h.names {
		v, named := keywords.Lookup(name)
		switch {
		case i < len(args) && named:
			panic(exc.TypeError("argument for %s given by name ('%s') and position (%d)", h.name(), name, i+1))
		case i < len(args):
			values[i] = args[i]
		case named:
			values[i] = v
		case i < h.required:
			panic(exc.TypeError("%s missing required argument '%s' (pos %d)", h.name(), name, i+1))
		default:
			values[i] = absent
			continue
		}
		if i < h.integers {
			number.CInt(values[i])
		}
	}
	for k := range keywords.Keys() {
		name, _ := k.(string)
		if !slices.Contains(h.names, name) {
			function, hint := h.name(), ""
			if h.function == "" {
				function = "this function"
			}
			if s := py.SuggestName(name, h.names); s != "" {
				hint = ". Did you mean '" + s + "'?"
			}
			panic(exc.TypeError("%s got an unexpected keyword argument '%s'%s", function, name, hint))
		}
	}
	return values
}

func keywordOnly(positional int) string {
	if positional == 0 {
		return "keyword "
	}
	return ""
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// intOr is the C int that an argument holds, other if it is absent.
func intOr(v any, other int) int {
	if v == absent {
		return other
	}
	return number.CInt(v)
}

// zoneOf checks a time zone argument: a tzinfo or None.
func zoneOf(v any) any {
	if v == absent {
		return nil
	}
	if v != nil && !isZone(v) {
		panic(exc.TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", shown(v)))
	}
	return v
}

// shown is the name of v's class that errors show.
func shown(v any) string { return py.TypeOf(v).ErrorName() }
