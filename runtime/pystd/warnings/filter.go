package warnings

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// filters is warnings.filters: tuples of an action, a pattern of the text or None,
// a category, a pattern of the module or None, and a line, 0 for any.
var filters = py.ListOf[any](
	filter("default", nil, py.DeprecationWarning, "__main__", 0),
	filter("ignore", nil, py.DeprecationWarning, nil, 0),
	filter("ignore", nil, py.PendingDeprecationWarning, nil, 0),
	filter("ignore", nil, py.ImportWarning, nil, 0),
	filter("ignore", nil, py.ResourceWarning, nil, 0),
)

// version changes with the filters: what has been shown is forgotten then.
var version = 1

func filter(action string, message any, category, module any, line int) any {
	return py.Tuple{action, message, category, module, line}
}

// setFilters makes a list the one that warnings are looked up in.
func setFilters(list *py.List[any]) {
	filters = list
	self.Set("filters", list)
	version++
}

// addFilter puts a filter at the front, or at the end if that is asked for.
func addFilter(item any, appended bool) {
	version++
	if !appended {
		if py.Contains(filters, item) {
			py.CallMethod(filters, "remove", item)
		}
		filters.Insert(0, item)
	} else if !py.Contains(filters, item) {
		filters.Append(item)
	}
}

// decide is the action of the first filter that holds for a warning.
func decide(text string, category *py.Class, module string, line int) string {
	for item := range filters.All() {
		f := item.(py.Tuple)
		if applies(f[1], text) && category.IsSubclassOf(f[2].(*py.Class)) && applies(f[3], module) &&
			(f[4] == 0 || f[4] == line) {
			return py.As[string](f[0])
		}
	}
	return "default"
}

// applies reports whether a pattern of a filter matches; those that CPython itself
// made are plain texts.
func applies(pattern any, text string) bool {
	if s, plain := pattern.(string); plain {
		return s == text
	}
	return pattern == nil || py.CallMethod(pattern, "match", text) != nil
}

// simpleFilter is warnings.simplefilter.
func simpleFilter(action, category, line, appended any) {
	checkAction(action)
	addFilter(filter(py.Str(action), nil, category, nil, checkLine(line)), py.Truth(appended))
}

// filterWarnings is warnings.filterwarnings.
func filterWarnings(action, message, category, module, line, appended any) {
	checkAction(action)
	text, ok := py.Payload(message).(string)
	if !ok {
		panic(exc.TypeError("message must be a string"))
	}
	class, ok := category.(*py.Class)
	if !ok || !class.IsSubclassOf(py.Warning) {
		panic(exc.TypeError("category must be a Warning subclass"))
	}
	name, ok := py.Payload(module).(string)
	if !ok {
		panic(exc.TypeError("module must be a string"))
	}
	number := checkLine(line)
	item := py.Tuple{py.Str(action), nil, class, nil, number}
	if text != "" {
		item[1] = py.CallMethod(re.Module(), "compile", text, py.GetAttr(re.Module(), "I"))
	}
	if name != "" {
		item[3] = py.CallMethod(re.Module(), "compile", name)
	}
	addFilter(item, py.Truth(appended))
}

func checkAction(action any) {
	switch py.Payload(action) {
	case "error", "ignore", "always", "default", "module", "once":
		return
	}
	panic(exc.ValueError("invalid action: %s", py.Repr(action)))
}

func checkLine(line any) int {
	if b, ok := line.(bool); ok {
		line = py.Int(b)
	}
	n, ok := py.Payload(line).(int)
	if !ok {
		panic(exc.TypeError("lineno must be an int"))
	}
	if n < 0 {
		panic(exc.ValueError("lineno must be an int >= 0"))
	}
	return n
}
