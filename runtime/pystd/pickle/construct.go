package pickle

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copyreg"
)

// object runs the opcodes that find names and make objects.
func (u *unpickler) object(code byte) bool {
	switch code {
	case opGlobal:
		module := u.text()
		u.push(u.find(module, u.text()))
	case opStackGlobal:
		name, isText := u.pop().(string)
		module, isName := u.pop().(string)
		if !isText || !isName {
			panic(failure("STACK_GLOBAL requires str"))
		}
		u.push(u.find(module, name))
	case opReduce:
		args := u.pop()
		fn := u.pop()
		u.push(py.Call(fn, py.StarArgs(py.Star(args))...))
	case opNewObj:
		args := u.pop()
		u.push(copyreg.Make(u.class(), args.(py.Tuple), nil))
	case opNewObjEx:
		kw := u.pop()
		args := u.pop()
		u.push(copyreg.Make(u.class(), args.(py.Tuple), py.KwFrom(kw)))
	case opBuild:
		state := u.pop()
		setState(u.top(), state)
	case opPersID:
		u.push(u.persistent(u.text()))
	case opBinPersID:
		u.push(u.persistent(u.pop()))
	default:
		return false
	}
	return true
}

func (u *unpickler) class() *py.Class {
	class, ok := u.pop().(*py.Class)
	if !ok {
		panic(failure("NEWOBJ class argument must be a type"))
	}
	return class
}

func (u *unpickler) persistent(id any) any {
	if u.persist == nil {
		panic(failure("A load persistent id instruction was encountered, but no persistent_load function was specified."))
	}
	return py.Call(u.persist, id)
}

// setState gives an object its state: by __setstate__, or attribute by attribute.
func setState(v, state any) {
	if defines(py.TypeOf(v), "__setstate__") {
		py.CallMethod(v, "__setstate__", state)
		return
	}
	attributes, slots := state, any(nil)
	if pair, ok := state.(py.Tuple); ok && len(pair) == 2 {
		attributes, slots = pair[0], pair[1]
	}
	for _, values := range []any{attributes, slots} {
		if values == nil {
			continue
		}
		if _, ok := py.Payload(values).(*py.Dict[any, any]); !ok {
			panic(failure("state is not a dictionary"))
		}
		dict, isObject := any(nil), false
		if _, isObject = v.(*py.Object); isObject {
			dict = py.GetAttrOr(v, "__dict__", nil)
		}
		for pair := range py.Iter(py.CallMethod(values, "items")) {
			item := pair.(py.Tuple)
			switch {
			case dict != nil && py.Is(values, attributes):
				py.SetItem(dict, item[0], item[1])
			case isObject:
				py.Call(py.GetAttr(py.ObjectClass, "__setattr__"), v, item[0], item[1])
			default:
				py.SetAttr(v, py.Str(item[0]), item[1])
			}
		}
	}
}
