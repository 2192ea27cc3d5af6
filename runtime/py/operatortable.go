package py

import "strings"

// builtinOperators are the special methods, without their underscores, that
// CPython's builtin classes define and that the value functions implement.
var builtinOperators = map[string]string{
	"int":         "abs add and bool ceil divmod eq float floor floordiv format ge gt hash index int invert le lshift lt mod mul ne neg or pos pow radd rand rdivmod repr rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor sub truediv trunc xor",
	"bool":        "and invert or rand repr ror rxor xor",
	"float":       "abs add bool ceil divmod eq float floor floordiv format ge gt hash int le lt mod mul ne neg pos pow radd rdivmod repr rfloordiv rmod rmul round rpow rsub rtruediv sub truediv trunc",
	"complex":     "abs add bool complex eq format ge gt hash le lt mul ne neg pos pow radd repr rmul rpow rsub rtruediv sub truediv",
	"str":         "add contains eq format ge getitem gt hash iter le len lt mod mul ne repr rmod rmul str",
	"bytes":       "add bytes contains eq ge getitem gt hash iter le len lt mod mul ne repr rmod rmul str",
	"bytearray":   "add contains delitem eq ge getitem gt hash iadd imul iter le len lt mod mul ne repr rmod rmul setitem str",
	"memoryview":  "delitem eq ge getitem gt hash iter le len lt ne repr setitem",
	"tuple":       "add class_getitem contains eq ge getitem gt hash iter le len lt mul ne repr rmul",
	"list":        "add class_getitem contains delitem eq ge getitem gt hash iadd imul iter le len lt mul ne repr reversed rmul setitem",
	"dict":        "class_getitem contains delitem eq ge getitem gt hash ior iter le len lt ne or repr reversed ror setitem",
	"set":         "and class_getitem contains eq ge gt hash iand ior isub iter ixor le len lt ne or rand repr ror rsub rxor sub xor",
	"frozenset":   "and class_getitem contains eq ge gt hash iter le len lt ne or rand repr ror rsub rxor sub xor",
	"range":       "bool contains eq ge getitem gt hash iter le len lt ne repr reversed",
	"slice":       "eq ge gt hash le lt ne repr",
	"dict_keys":   "and contains eq ge gt hash iter le len lt ne or rand repr reversed ror rsub rxor sub xor",
	"dict_values": "iter len repr reversed",
	"dict_items":  "and contains eq ge gt hash iter le len lt ne or rand repr reversed ror rsub rxor sub xor",
	"NoneType":    "bool eq ge gt hash le lt ne repr",
}

// addBuiltinOperators gives a builtin class its special methods, so that they
// can be called by name, found by super() and inherited.
func addBuiltinOperators(d *Definition) {
	class := d.class
	if class.module != "builtins" {
		return
	}
	for name := range strings.FieldsSeq(builtinOperators[class.name]) {
		addOperator(d, name)
	}
	if strings.HasSuffix(class.name, "iterator") {
		addIteratorMethods(d)
	}
}

// addIteratorMethods adds __iter__ and __next__ to the class of a Go type that
// is an Iterator.
func addIteratorMethods(d *Definition) {
	d.Method("__iter__(self, /)", func(self any) any { return self })
	d.Method("__next__(self, /)", func(self any) any {
		v, ok := native(self).(Iterator).Next()
		if !ok {
			Raise(NewStopIteration())
		}
		return v
	})
}

func addOperator(d *Definition, name string) {
	special := "__" + name + "__"
	if name == "pow" {
		d.Method("__pow__(self, value, mod=None, /)", func(self, value, mod any) any {
			if mod != nil {
				if _, ok := intOf(value); !ok && d.class == IntClass {
					return NotImplemented
				}
				return PowMod(native(self), native(value), mod)
			}
			if wider(d.class, value) {
				return NotImplemented
			}
			if v, ok := valueBinary(opPow, self, value); ok {
				return v
			}
			return NotImplemented
		})
		return
	}
	for op, m := range operatorMethods {
		switch special {
		case m.name:
			addBinaryOperator(d, special, func(a, b any) (any, bool) { return valueBinary(binaryOp(op), a, b) })
			return
		case m.reflected:
			addBinaryOperator(d, special, func(a, b any) (any, bool) { return valueBinary(binaryOp(op), b, a) })
			return
		case m.inPlace:
			addBinaryOperator(d, special, func(a, b any) (any, bool) { return valueInPlace(binaryOp(op), a, b) })
			return
		}
	}
	for op, m := range compareMethods {
		if special == m.name {
			addComparison(d, special, compareOp(op))
			return
		}
	}
	addOtherOperator(d, name, special)
}

func addBinaryOperator(d *Definition, special string, apply func(a, b any) (any, bool)) {
	d.Method(special+"(self, value, /)", func(self, value any) any {
		if wider(d.class, value) {
			return NotImplemented
		}
		if v, ok := apply(self, value); ok {
			return v
		}
		return NotImplemented
	})
}

// wider reports whether a value is a number whose class, and not the given one,
// knows what both make together.
func wider(class *Class, value any) bool {
	switch native(value).(type) {
	case float64:
		return class == IntClass
	case complex128:
		return class == IntClass || class == FloatClass
	}
	return false
}

func addComparison(d *Definition, special string, op compareOp) {
	compare := func(self, value any) (any, bool) {
		if wider(d.class, value) {
			return nil, false
		}
		return valueCompare(op, native(self), native(value))
	}
	d.Method(special+"(self, value, /)", func(self, value any) any {
		if v, ok := compare(self, value); ok {
			return v
		}
		return NotImplemented
	}).compare = compare
}

func addOtherOperator(d *Definition, name, special string) {
	unary := func(apply func(v any) any) {
		d.Method(special+"(self, /)", func(self any) any { return apply(native(self)) })
	}
	switch name {
	case "hash":
		switch d.class {
		case ListClass, DictClass, SetClass, ByteArrayClass, DictKeysClass, DictItemsClass:
			d.Set(special, nil)
		default:
			unary(func(v any) any { return Hash(v) })
		}
	case "repr":
		d.Method("__repr__(self, /)", func(self any) any { return valueReprOf(self) })
	case "str":
		unary(func(v any) any { return Str(v) })
	case "bool":
		unary(func(v any) any { truth, _ := valueTruth(v); return truth })
	case "len":
		unary(func(v any) any { n, _ := valueLen(v); return n })
	case "iter":
		unary(func(v any) any { it, _ := valueIter(v); return it })
	case "reversed":
		unary(func(v any) any { it, _ := valueReversed(v); return it })
	case "neg":
		unary(func(v any) any { r, _ := valueNeg(v); return r })
	case "pos":
		unary(func(v any) any { r, _ := valuePos(v); return r })
	case "invert":
		unary(func(v any) any { r, _ := valueInvert(v); return r })
	case "abs":
		unary(func(v any) any { r, _ := valueAbs(v); return r })
	case "int", "trunc":
		unary(Int)
	case "index":
		unary(Index)
	case "float":
		unary(func(v any) any { return Float(v) })
	case "floor":
		unary(func(v any) any { return Int(FloorDiv(v, 1)) })
	case "ceil":
		unary(func(v any) any { return Int(Neg(FloorDiv(Neg(v), 1))) })
	case "complex", "bytes":
		unary(func(v any) any { return v })
	case "round":
		d.Method("__round__(self, ndigits=None, /)", func(self, n any) any {
			v, _ := valueRound(native(self), n)
			return v
		})
	case "format":
		d.Method("__format__(self, format_spec, /)", func(self, spec any) any {
			text := mustBeString(spec, "format_spec")
			if text == "" {
				return Str(self)
			}
			return Format(native(self), text)
		})
	case "class_getitem":
		d.Subscriptable()
	default:
		addItemOperator(d, name)
	}
}

func addItemOperator(d *Definition, name string) {
	switch name {
	case "contains":
		d.Method("__contains__(self, key, /)", func(self, key any) any {
			found, ok := valueContains(native(self), key)
			if !ok {
				raisef(NewTypeError, "argument of type '%s' is not iterable", typeName(self))
			}
			return found
		})
	case "getitem":
		d.Method("__getitem__(self, key, /)", getValueItem)
	case "setitem":
		d.Method("__setitem__(self, key, value, /)", func(self, key, value any) any {
			valueSetItem(native(self), key, value)
			return nil
		})
	case "delitem":
		d.Method("__delitem__(self, key, /)", func(self, key any) any {
			valueDelItem(native(self), key)
			return nil
		})
	}
}

// valueReprOf is the __repr__ of a builtin class for an instance of it or of a
// class derived from it.
func valueReprOf(self any) string {
	text, _ := valueRepr(native(self))
	obj, ok := self.(*Object)
	if !ok {
		return text
	}
	switch obj.Native.(type) {
	case setValue, *ByteArray:
		if open := strings.IndexByte(text, '('); open >= 0 && text[0] != '{' {
			return obj.Class.name + text[open:]
		}
		return obj.Class.name + "(" + text + ")"
	}
	return text
}

// getValueItem is the __getitem__ of the builtin classes. A key that an
// instance of a class derived from dict does not have goes to __missing__.
func getValueItem(self, key any) any {
	value := native(self)
	if dict, ok := value.(dictValue); ok {
		if class := TypeOf(self); class != DictClass {
			if missing, ok := class.lookup("__missing__"); ok {
				if found, _ := valueContains(dict, key); !found {
					return callBound(missing, self, class, []any{key}, nil)
				}
			}
		}
	}
	v, _ := valueGetItem(value, key)
	return v
}
