package pickle

import (
	"reflect"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copyreg"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// saveObject writes an object of any class by what it reduces to.
func (p *pickler) saveObject(v any, class *py.Class) {
	if class.IsSubclassOf(py.TypeClass) {
		p.saveGlobal(v)
		return
	}
	if reduce, ok := copyreg.Reducer(class); ok {
		p.saveReduced(v, py.Call(reduce, v))
		return
	}
	switch {
	case defines(class, "__reduce_ex__"):
		p.saveReduced(v, py.CallMethod(v, "__reduce_ex__", p.protocol))
	case defines(class, "__reduce__"):
		p.saveReduced(v, py.CallMethod(v, "__reduce__"))
	default:
		p.saveReduced(v, p.reduce(v, class))
	}
}

// defines reports whether a class has a method that is not object's.
func defines(class *py.Class, name string) bool {
	method, ok := class.Lookup(name)
	own, has := py.ObjectClass.Lookup(name)
	return ok && (!has || method != own)
}

// reduce is what object.__reduce_ex__ gives. It raises TypeError for objects
// whose state is not Python's.
func (p *pickler) reduce(v any, class *py.Class) any {
	switch x := v.(type) {
	case complex128:
		return py.Tuple{class, py.Tuple{real(x), imag(x)}}
	case *py.Range:
		return py.Tuple{class, py.Tuple{py.GetAttr(x, "start"), py.GetAttr(x, "stop"), py.GetAttr(x, "step")}}
	case *py.Slice:
		return py.Tuple{class, py.Tuple{py.GetAttr(x, "start"), py.GetAttr(x, "stop"), py.GetAttr(x, "step")}}
	case *py.Method:
		return py.Tuple{py.Builtin("getattr"), py.Tuple{x.Self(), py.GetAttr(x, "__name__")}}
	case py.BaseException:
		reduced := py.Tuple{class, py.GetAttr(v, "args")}
		if attributes := py.GetAttr(v, "__dict__"); py.Truth(attributes) {
			reduced = append(reduced, attributes)
		}
		return reduced
	}
	switch v {
	case py.Ellipsis:
		return "Ellipsis"
	case py.NotImplemented:
		return "NotImplemented"
	}
	object, isObject := v.(*py.Object)
	if !isObject && !isStruct(v) {
		return py.CallMethod(v, "__reduce_ex__", p.protocol)
	}
	args := py.Tuple{class}
	var items, pairs any
	if isObject && object.Native != nil {
		switch native := py.TypeOf(object.Native); native {
		case py.ListClass:
			items = py.GetIter(v)
		case py.DictClass:
			pairs = py.GetIter(py.CallMethod(v, "items"))
		case py.SetClass, py.FrozenSetClass:
			return py.Tuple{class, py.Tuple{py.Call(py.ListClass, v)}, stateOf(v)}
		default:
			args = append(args, object.Native)
		}
	}
	if defines(class, "__getnewargs_ex__") {
		given := py.Unpack(py.CallMethod(v, "__getnewargs_ex__"), 2)
		return py.Tuple{copyreg.NewObjectWith, py.Tuple{class, given[0], given[1]}, stateOf(v), items, pairs}
	}
	if defines(class, "__getnewargs__") {
		args = append(args[:1], collect(py.CallMethod(v, "__getnewargs__"))...)
	}
	if p.protocol < 2 {
		base, state := any(py.ObjectClass), any(nil)
		if len(args) > 1 {
			base, state = py.TypeOf(args[1]), args[1]
		}
		return py.Tuple{copyreg.Reconstructor, py.Tuple{class, base, state}, stateOf(v), items, pairs}
	}
	return py.Tuple{copyreg.NewObject, args, stateOf(v), items, pairs}
}

// isStruct reports whether v is an instance of a static class.
func isStruct(v any) bool {
	if c, ok := v.(py.Classed); ok && c != nil {
		return false
	}
	value := reflect.ValueOf(v)
	return value.Kind() == reflect.Pointer && value.Elem().Kind() == reflect.Struct
}

// stateOf is what __getstate__ gives: the attributes, and those of __slots__.
func stateOf(v any) any {
	if defines(py.TypeOf(v), "__getstate__") {
		return py.CallMethod(v, "__getstate__")
	}
	slots := py.DictOf[any, any]()
	for _, class := range py.TypeOf(v).MRO() {
		names, ok := class.Own("__slots__")
		if !ok {
			continue
		}
		if name, ok := names.(string); ok {
			names = py.Tuple{name}
		}
		for name := range py.Iter(names) {
			if value := py.GetAttrOr(v, py.Str(name), copyreg.NewObject); value != any(copyreg.NewObject) {
				slots.Set(name, value)
			}
		}
	}
	var state any
	if attributes := py.GetAttrOr(v, "__dict__", nil); py.Truth(attributes) {
		state = py.Call(py.DictClass, attributes)
	}
	if slots.Len() > 0 {
		return py.Tuple{state, slots}
	}
	return state
}

// saveReduced writes what __reduce__ gave for v.
func (p *pickler) saveReduced(v, reduced any) {
	if name, ok := py.Payload(reduced).(string); ok {
		p.saveNamed(v, name)
		return
	}
	parts, ok := reduced.(py.Tuple)
	if !ok {
		panic(py.NewException(PicklingError, "__reduce__ must return a string or tuple"))
	}
	if len(parts) < 2 || len(parts) > 6 {
		panic(py.NewException(PicklingError, "tuple returned by __reduce__ must contain 2 through 6 elements"))
	}
	parts = append(parts[:len(parts):len(parts)], make(py.Tuple, 6-len(parts))...)
	fn := parts[0]
	args, ok := parts[1].(py.Tuple)
	if !ok {
		panic(py.NewException(PicklingError, "second item of the tuple returned by __reduce__ must be a tuple"))
	}
	switch {
	case fn == any(copyreg.NewObject) && p.protocol >= 2:
		p.save(args[0])
		p.save(args[1:])
		p.write(opNewObj)
	case fn == any(copyreg.NewObjectWith) && p.protocol >= 4:
		p.save(args[0])
		p.save(args[1])
		p.save(args[2])
		p.write(opNewObjEx)
	default:
		p.save(fn)
		p.save(args)
		p.write(opReduce)
	}
	if _, ok := p.memo[key(v)]; ok && len(args) > 0 { // its arguments hold it
		p.write(opPop)
		p.recall(v)
	} else {
		p.memoize(v)
	}
	if parts[3] != nil {
		items := collect(parts[3])
		p.batches(len(items), opAppend, opAppends, func(i int) { p.save(items[i]) })
	}
	if parts[4] != nil {
		p.savePairs(collect(parts[4]))
	}
	if parts[2] == nil {
		return
	}
	if parts[5] != nil {
		p.save(parts[5])
		p.save(v)
		p.save(parts[2])
		p.write(opTuple2, opReduce, opPop)
		return
	}
	p.save(parts[2])
	p.write(opBuild)
}

// saveNamed writes an object that is found by a name in its module.
func (p *pickler) saveNamed(v any, name string) {
	module := "builtins"
	if m, ok := py.GetAttrOr(v, "__module__", nil).(string); ok {
		module = m
	}
	published[module+"."+name] = v
	if p.protocol >= 4 {
		p.save(module)
		p.save(name)
		p.write(opStackGlobal)
	} else {
		p.text("c" + module + "\n" + name + "\n")
	}
	p.memoize(v)
}

// published are the functions and objects that were pickled by their names.
var published = map[string]any{}

// oldModules are the names of modules in Python 2.
var oldModules = map[string]string{
	"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer", "configparser": "ConfigParser",
	"reprlib": "repr", "pickle": "cPickle",
}

// globalName is the module and the __qualname__ of a function or class.
func globalName(v any) (module, name string) {
	module, _ = py.GetAttrOr(v, "__module__", nil).(string)
	if module == "" {
		module = "builtins"
	}
	if v == codecsEncode() {
		module = "_codecs"
	}
	name, _ = py.GetAttr(v, "__qualname__").(string)
	return module, name
}

// FindClass is Unpickler.find_class: what a name means in a module. It raises
// AttributeError.
func FindClass(module, name string) any {
	for current, old := range oldModules {
		if module == old {
			module = current
		}
	}
	if v, ok := published[module+"."+name]; ok {
		return v
	}
	if module == "copyreg" {
		return copyreg.Module().Attr(name)
	}
	if module == "builtins" {
		if v, ok := py.LookupBuiltin(name); ok {
			return v
		}
	}
	if module == "_codecs" && name == "encode" {
		return codecsEncode()
	}
	if class := findSubclass(py.ObjectClass, module, name, map[*py.Class]bool{}); class != nil {
		return class
	}
	missing := name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		missing = name[i+1:]
	}
	panic(exc.AttributeError("Can't get attribute '%s' on <module '%s'>", missing, module))
}

// findSubclass finds a class by its names among those that derive from base.
func findSubclass(base *py.Class, module, name string, seen map[*py.Class]bool) *py.Class {
	if seen[base] {
		return nil
	}
	seen[base] = true
	if base.ModuleName() == module && base.Qualname() == name {
		return base
	}
	subclasses, _ := py.TypeClass.Lookup("__subclasses__")
	for class := range py.Iter(py.Call(subclasses, base)) {
		if found := findSubclass(class.(*py.Class), module, name, seen); found != nil {
			return found
		}
	}
	return nil
}
