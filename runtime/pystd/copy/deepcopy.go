package copy

import (
	"reflect"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// memory is what deepcopy knows while it copies.
type memory = *memo

type memo struct {
	// Dict has the copies by the identity of their originals.
	*py.Dict[any, any]
	// pickling says that the copy is what pickling and unpickling would make.
	pickling bool
}

func deepCopy(x any, memo memory) any {
	if isAtomic(x) {
		if memo.pickling {
			CheckReachable(x)
		}
		return x
	}
	if tuple, ok := x.(py.Tuple); ok {
		return deepCopyTuple(tuple, memo)
	}
	id := py.ID(x)
	if made, ok := memo.Lookup(id); ok {
		return made
	}
	class := py.TypeOf(x)
	if hook, ok := class.Lookup("__deepcopy__"); ok && hook != nil && !memo.pickling {
		y := py.CallMethod(x, "__deepcopy__", memo.Dict)
		if !py.Is(y, x) {
			memo.Set(id, y)
		}
		return y
	}
	if m, ok := x.(*py.Method); ok {
		return py.NewMethod(m.Func(), deepCopy(m.Self(), memo))
	}
	switch class {
	case py.ListClass, py.DictClass, py.SetClass, py.FrozenSetClass, py.ByteArrayClass:
		return deepCopyContainer(x, class, memo)
	}
	return reconstruct(x, class, memo)
}

// deepCopyTuple returns the tuple itself when none of its items had to be
// copied.
func deepCopyTuple(t py.Tuple, memo memory) any {
	items := make(py.Tuple, len(t))
	same := true
	for i, v := range t {
		items[i] = deepCopy(v, memo)
		same = same && py.Is(items[i], v)
	}
	if same && !memo.pickling {
		return t
	}
	return items
}

// deepCopyContainer copies a builtin container. Lists and dicts are remembered
// before their items are copied, because they may contain themselves.
func deepCopyContainer(x any, class *py.Class, memo memory) any {
	id := py.ID(x)
	if class == py.FrozenSetClass {
		items := py.ListOf[any]()
		for v := range py.Iter(x) {
			items.Append(deepCopy(v, memo))
		}
		return py.Call(py.FrozenSetClass, items)
	}
	y := py.CallMethod(x, "copy")
	memo.Set(id, y)
	switch class {
	case py.ListClass:
		for i := range py.Len(x) {
			py.SetItem(y, i, deepCopy(py.GetItem(x, i), memo))
		}
	case py.DictClass:
		py.CallMethod(y, "clear")
		for pair := range py.Iter(py.CallMethod(x, "items")) {
			item := pair.(py.Tuple)
			py.SetItem(y, deepCopy(item[0], memo), deepCopy(item[1], memo))
		}
	case py.SetClass:
		py.CallMethod(y, "clear")
		for v := range py.Iter(x) {
			py.CallMethod(y, "add", deepCopy(v, memo))
		}
	}
	return y
}

// deeply is deepCopy, or the value itself for a shallow copy.
func deeply(x any, memo memory) any {
	if memo == nil {
		return x
	}
	return deepCopy(x, memo)
}

// reconstruct copies an object of any other class: by its __reduce_ex__ or
// __reduce__ if the program defines one, else its payload and attributes.
func reconstruct(x any, class *py.Class, memo memory) any {
	if memo != nil && memo.pickling {
		CheckReachable(class)
	}
	for _, hook := range []string{"__reduce_ex__", "__reduce__"} {
		if f, ok := class.Lookup(hook); ok && !isObjectMethod(hook, f) {
			if hook == "__reduce_ex__" {
				return rebuild(x, py.CallMethod(x, hook, 4), memo)
			}
			return rebuild(x, py.CallMethod(x, hook), memo)
		}
	}
	switch o := x.(type) {
	case *py.Object:
		return copyObject(o, memo)
	case py.BaseException:
		return copyException(o, memo)
	}
	if _, ofRuntime := x.(py.Classed); !ofRuntime {
		if v := reflect.ValueOf(x); v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct {
			return copyStruct(x, v, memo)
		}
	}
	return py.CallMethod(x, "__reduce_ex__", 4)
}

func isObjectMethod(name string, method any) bool {
	own, ok := py.ObjectClass.Lookup(name)
	return ok && own == method
}

// rebuild makes an object from what __reduce__ returned.
func rebuild(x, reduced any, memo memory) any {
	if _, ok := reduced.(string); ok {
		return x
	}
	parts, ok := reduced.(py.Tuple)
	if !ok || len(parts) < 2 {
		panic(py.NewTypeError("__reduce__ must return a string or tuple"))
	}
	args := parts[1]
	if memo != nil {
		args = deepCopy(args, memo)
	}
	y := py.Call(parts[0], py.StarArgs(py.Star(args))...)
	if memo != nil {
		memo.Set(py.ID(x), y)
	}
	if len(parts) > 2 && parts[2] != nil {
		setState(y, deeply(parts[2], memo))
	}
	if len(parts) > 3 && parts[3] != nil {
		for v := range py.Iter(parts[3]) {
			py.CallMethod(y, "append", deeply(v, memo))
		}
	}
	if len(parts) > 4 && parts[4] != nil {
		for pair := range py.Iter(parts[4]) {
			item := py.Unpack(pair, 2)
			py.SetItem(y, deeply(item[0], memo), deeply(item[1], memo))
		}
	}
	return y
}

func setState(y, state any) {
	if _, ok := py.TypeOf(y).Lookup("__setstate__"); ok {
		py.CallMethod(y, "__setstate__", state)
		return
	}
	if pair, ok := state.(py.Tuple); ok && len(pair) == 2 {
		if pair[1] != nil {
			for name := range py.Iter(pair[1]) {
				py.SetAttr(y, name.(string), py.GetItem(pair[1], name))
			}
		}
		state = pair[0]
	}
	if state != nil {
		py.CallMethod(py.GetAttr(y, "__dict__"), "update", state)
	}
}

// copyObject copies an instance of a dynamic class.
func copyObject(x *py.Object, memo memory) any {
	y := py.NewObject(x.Class)
	if memo != nil {
		memo.Set(py.ID(x), y)
	}
	if x.Native != nil {
		y.Native = copyPayload(x.Native, memo)
	}
	if _, ok := x.Class.Lookup("__getstate__"); ok {
		if state := py.CallMethod(x, "__getstate__"); py.Truth(state) {
			setState(y, deeply(state, memo))
		}
		return y
	}
	if _, ok := x.Class.Lookup("__setstate__"); ok {
		if state := py.GetAttrOr(x, "__dict__", nil); py.Truth(state) {
			py.CallMethod(y, "__setstate__", deeply(state, memo))
		}
		return y
	}
	if attributes := py.GetAttrOr(x, "__dict__", nil); attributes != nil {
		target := py.GetAttr(y, "__dict__")
		for name := range py.Iter(py.Call(py.ListClass, attributes)) {
			py.SetItem(target, name, deeply(py.GetItem(attributes, name), memo))
		}
	}
	copySlots(x, y, memo)
	return y
}

var objectSetAttr = py.GetAttr(py.ObjectClass, "__setattr__")

func copySlots(x, y *py.Object, memo memory) {
	for _, class := range x.Class.MRO() {
		for _, name := range class.Slots() {
			if v := py.GetAttrOr(x, name, errorClass); v != any(errorClass) {
				py.Call(objectSetAttr, y, name, deeply(v, memo))
			}
		}
	}
}

// copyPayload copies the builtin value that an object of a derived class holds.
func copyPayload(native any, memo memory) any {
	switch n := native.(type) {
	case py.Tuple:
		if memo == nil {
			return n
		}
		return deepCopyTuple(n, memo)
	}
	switch class := py.TypeOf(native); class {
	case py.ListClass, py.DictClass, py.SetClass, py.FrozenSetClass, py.ByteArrayClass:
		if memo == nil {
			return py.CallMethod(native, "copy")
		}
		return deepCopyContainer(native, class, memo)
	}
	if isAtomic(native) {
		return native
	}
	copied := deeply(native, memo)
	if memo == nil {
		copied = Copy(native)
	}
	return py.Payload(copied)
}

func copyException(x py.BaseException, memo memory) any {
	base := py.Base(x)
	y := py.NewException(x.PyClass(), deeply(base.Args, memo).(py.Tuple)...)
	attributes := py.GetAttr(x, "__dict__")
	for name := range py.Iter(py.Call(py.ListClass, attributes)) {
		py.SetAttr(y, name.(string), deeply(py.GetItem(attributes, name), memo))
	}
	return y
}

// copyStruct copies an instance of a static class: all fields, and for a deep
// copy the values of those that Python code can see.
func copyStruct(x any, v reflect.Value, memo memory) any {
	copied := reflect.New(v.Elem().Type())
	copied.Elem().Set(v.Elem())
	y := copied.Interface()
	if memo == nil {
		return y
	}
	memo.Set(py.ID(x), y)
	for _, field := range reflect.VisibleFields(v.Elem().Type()) {
		name, _, _ := strings.Cut(field.Tag.Get("py"), ",")
		if field.Anonymous || name == "-" {
			continue
		}
		if name == "" {
			name = field.Name
		}
		old := py.GetAttrOr(y, name, nil)
		if made := deepCopy(old, memo); !py.Is(made, old) {
			py.SetAttr(y, name, made)
		}
	}
	return y
}
