package functools

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	wrapperAssignments = []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"}
	wrapperUpdates     = []string{"__dict__"}
)

func namesTuple(names []string) py.Tuple {
	t := make(py.Tuple, len(names))
	for i, name := range names {
		t[i] = name
	}
	return t
}

// UpdateWrapper is functools.update_wrapper: it makes wrapper look like
// wrapped.
func UpdateWrapper(wrapper, wrapped, assigned, updated any) any {
	for name := range py.Iter(assigned) {
		if py.HasAttr(wrapped, name.(string)) {
			setIfPossible(wrapper, name.(string), py.GetAttr(wrapped, name.(string)))
		}
	}
	for name := range py.Iter(updated) {
		source := py.GetAttrOr(wrapped, name.(string), nil)
		switch {
		case source == nil:
		case py.HasAttr(wrapper, name.(string)):
			py.CallMethod(py.GetAttr(wrapper, name.(string)), "update", source)
		default:
			for key := range py.Iter(source) {
				py.SetAttr(wrapper, key.(string), py.GetItem(source, key))
			}
		}
	}
	py.SetAttr(wrapper, "__wrapped__", wrapped)
	return wrapper
}

// setIfPossible sets an attribute; __type_params__ of a function is read-only
// here and always empty.
func setIfPossible(wrapper any, name string, value any) {
	if t, ok := value.(py.Tuple); ok && name == "__type_params__" && len(t) == 0 {
		return
	}
	py.SetAttr(wrapper, name, value)
}

// wrap makes wrapper look like wrapped in the usual way.
func wrap(wrapper, wrapped any) any {
	return UpdateWrapper(wrapper, wrapped, namesTuple(wrapperAssignments), namesTuple(wrapperUpdates))
}
