package py

import (
	"context"
	"reflect"
)

var (
	errorType   = reflect.TypeFor[error]()
	contextType = reflect.TypeFor[context.Context]()
)

// adapt makes a func([]any) any of a Go func of any signature: arguments are
// unboxed as As does, the result is boxed, a final error panics. The first lead
// arguments are given as they are; without them, a first parameter of type
// context.Context gets the current context.
func (f *Function) adapt(lead int) func([]any) any {
	if a, ok := f.adapted.(func([]any) any); ok {
		return a
	}
	v := reflect.ValueOf(f.fn)
	if v.Kind() != reflect.Func {
		panic("py: the function of " + f.name + " is not a Go func")
	}
	t := v.Type()
	withContext := lead == 0 && t.NumIn() > 0 && t.In(0) == contextType
	// A method expression of an async method has its receiver before the context.
	received := t.NumIn() > 1 && t.In(0) != contextType && t.In(1) == contextType
	call := func(args []any) any {
		in := make([]reflect.Value, 0, len(args)+1)
		switch {
		case withContext:
			in = append(in, reflect.ValueOf(CurrentContext()))
		case received && lead == 0:
			in = append(in, unboxValue(args[0], t.In(0)), reflect.ValueOf(CurrentContext()))
			args = args[1:]
		case received:
			in = append(in, unboxValue(args[1], t.In(0)), reflect.ValueOf(args[0]))
			args = args[2:]
		}
		for i, a := range args {
			if len(in) >= t.NumIn() {
				panic("py: the Go func of " + f.name + " has too few parameters")
			}
			pt := t.In(len(in))
			if t.IsVariadic() && len(in) == t.NumIn()-1 {
				in = append(in, unboxSlice(a, pt))
				continue
			}
			if i < lead && !received {
				in = append(in, reflect.ValueOf(a))
				continue
			}
			if i == len(args)-1 && f.signature().starStar >= 0 {
				a = typedKeywords(a, pt)
			}
			in = append(in, unboxValue(a, pt))
		}
		var out []reflect.Value
		if t.IsVariadic() {
			out = v.CallSlice(in)
		} else {
			out = v.Call(in)
		}
		if n := len(out); n > 0 && out[n-1].Type() == errorType {
			if err, _ := out[n-1].Interface().(error); err != nil {
				panic(AsException(err))
			}
			out = out[:n-1]
		}
		switch len(out) {
		case 0:
			return nil
		case 1:
			return Box(out[0].Interface())
		}
		tuple := make(Tuple, len(out))
		for i, o := range out {
			tuple[i] = Box(o.Interface())
		}
		return tuple
	}
	f.adapted = call
	return call
}

// unboxSlice makes the []T of a variadic Go func from a *args tuple.
func unboxSlice(a any, t reflect.Type) reflect.Value {
	items := a.(Tuple)
	s := reflect.MakeSlice(t, len(items), len(items))
	for i, item := range items {
		s.Index(i).Set(unboxValue(item, t.Elem()))
	}
	return s
}

// typedKeywords makes the dict of the Go type t of a **kwargs dict, which nothing
// else has yet.
func typedKeywords(a any, t reflect.Type) any {
	kwargs := a.(*Dict[any, any])
	if t.Kind() != reflect.Pointer || reflect.TypeOf(kwargs) == t {
		return kwargs
	}
	d, ok := reflect.New(t.Elem()).Interface().(dictValue)
	if !ok {
		return kwargs
	}
	for k, v := range kwargs.All() {
		d.setItem(k, v)
	}
	return d
}

// unboxValue converts a to the Go type t, or raises TypeError.
func unboxValue(a any, t reflect.Type) reflect.Value {
	if a == nil {
		return reflect.Zero(t)
	}
	v := reflect.ValueOf(a)
	if v.Type().AssignableTo(t) {
		return v
	}
	if t.Implements(reflect.TypeFor[Boxer]()) {
		return unboxMember(a, t)
	}
	if obj, ok := a.(*Object); ok && obj.Native != nil {
		return unboxValue(obj.Native, t)
	}
	switch t.Kind() {
	case reflect.Struct:
		if tuple, ok := a.(Tuple); ok {
			made := reflect.New(t)
			if s, ok := made.Interface().(tupleStruct); ok && s.set(tuple) {
				return made.Elem()
			}
		}
	case reflect.Float64:
		switch n := a.(type) {
		case int, bool:
			return reflect.ValueOf(Float(n)).Convert(t)
		}
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint8, reflect.Uint64, reflect.Uint32:
		if i, ok := toIndex(a); ok {
			if n, ok := i.(int); ok {
				return reflect.ValueOf(n).Convert(t)
			}
			raisef(NewOverflowError, "Python int too large to convert to C long")
		}
	case reflect.String:
		// bytes are no str, though both are Go strings.
		if bytes := reflect.TypeFor[Bytes](); v.Kind() == reflect.String && (v.Type() == bytes) == (t == bytes) {
			return v.Convert(t)
		}
	case reflect.Func:
		if fn, ok := funcValue(a, t); ok {
			return fn
		}
	}
	raiseMistyped(t, a)
	return reflect.Value{}
}

// unboxMember is the value of a Boxer type t that dynamic operations know as the
// object a.
func unboxMember(a any, t reflect.Type) reflect.Value {
	obj, ok := a.(*Object)
	if class := reflect.Zero(t).Interface().(Classed).PyClass(); !ok || obj.Class != class {
		raisef(NewTypeError, "%s expected, got %s", class.name, typeName(a))
	}
	return reflect.ValueOf(obj.Native).Convert(t)
}

// raiseMistyped raises TypeError for a value that is not of a Go type.
func raiseMistyped(t reflect.Type, a any) {
	if t.Kind() == reflect.Int {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(a))
	}
	raisef(NewTypeError, "%s expected, got %s", goTypeName(t), typeName(a))
}

// goTypeName is how errors name a Go type a value should have had.
func goTypeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		if t == reflect.TypeFor[Bytes]() {
			return "bytes"
		}
		return "str"
	case reflect.Int, reflect.Int64:
		return "int"
	case reflect.Float64:
		return "float"
	case reflect.Bool:
		return "bool"
	}
	if t.Implements(reflect.TypeFor[Classed]()) && t.Kind() == reflect.Pointer {
		if c := reflect.New(t.Elem()).Interface().(Classed).PyClass(); c != nil {
			return c.name
		}
	}
	return t.String()
}

// funcValue makes a Go func that calls the Python callable a.
func funcValue(a any, t reflect.Type) (reflect.Value, bool) {
	if !callable(a) || t.NumOut() > 2 {
		return reflect.Value{}, false
	}
	return reflect.MakeFunc(t, func(in []reflect.Value) (out []reflect.Value) {
		args := make([]any, len(in))
		for i, v := range in {
			args[i] = Box(v.Interface())
		}
		last := t.NumOut() - 1
		returnsError := last >= 0 && t.Out(last) == errorType
		var result any
		if returnsError {
			err := Try(func() error {
				result = Call(a, args...)
				return nil
			})
			out = append(out, reflect.Zero(errorType))
			if err != nil {
				out[0] = reflect.ValueOf(err)
			}
		} else {
			result = Call(a, args...)
		}
		if t.NumOut() > 0 && (!returnsError || last == 1) {
			v := reflect.Zero(t.Out(0))
			if !returnsError || out[0].IsNil() {
				v = unboxValue(result, t.Out(0))
			}
			out = append([]reflect.Value{v}, out...)
		}
		return out
	}), true
}
