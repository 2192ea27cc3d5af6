package collections

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// pythonKeywords are the names that cannot be fields.
var pythonKeywords = strings.Fields(`False None True and as assert async await break class continue
	def del elif else except finally for from global if import in is lambda nonlocal not or pass
	raise return try while with yield`)

// IsKeyword reports whether name is a keyword of Python.
func IsKeyword(name string) bool { return slices.Contains(pythonKeywords, name) }

// NamedTuple is namedtuple(name, fields, ...): it makes a class derived from
// tuple. defaults are the values of the last fields. It raises ValueError for
// names that cannot be fields.
func NamedTuple(name string, fields []string, defaults []any, module string) *py.Class {
	return namedTuple(name, fields, defaults, module, false)
}

// namedTuple is NamedTuple for fields that may have been renamed to _0, _1, ...
func namedTuple(name string, fields []string, defaults []any, module string, renamed bool) *py.Class {
	for _, field := range append([]string{name}, fields...) {
		if !py.StrIsIdentifier(field) {
			panic(exc.ValueError("Type names and field names must be valid identifiers: %s", py.Repr(field)))
		}
		if IsKeyword(field) {
			panic(exc.ValueError("Type names and field names cannot be a keyword: %s", py.Repr(field)))
		}
	}
	for i, field := range fields {
		if strings.HasPrefix(field, "_") && !renamed {
			panic(exc.ValueError("Field names cannot start with an underscore: %s", py.Repr(field)))
		}
		if slices.Contains(fields[:i], field) {
			panic(exc.ValueError("Encountered duplicate field name: %s", py.Repr(field)))
		}
	}
	if len(defaults) > len(fields) {
		panic(exc.TypeError("Got more default values than field names"))
	}
	return define.Class(module, name, []any{py.TupleClass}, func(b *define.Body) {
		defineNamedTuple(b, name, fields, defaults)
	})
}

func defineNamedTuple(b *define.Body, name string, fields []string, defaults []any) {
	names := make(py.Tuple, len(fields))
	for i, field := range fields {
		names[i] = field
	}
	fieldDefaults := py.DictOf[any, any]()
	first := len(fields) - len(defaults)
	spec := "__new__(_cls"
	for i, field := range fields {
		spec += ", " + field
		if i >= first {
			spec += "="
			fieldDefaults.Set(field, defaults[i-first])
		}
	}
	makeTuple := py.GetAttr(py.TupleClass, "__new__")
	b.Doc(name + "(" + strings.Join(fields, ", ") + ")")
	b.Set("__slots__", py.Tuple{})
	b.Set("_fields", names)
	b.Set("_field_defaults", fieldDefaults)
	b.Set("__match_args__", names)
	b.Set("__new__", b.Func(spec+")", func(args []any) any {
		return py.Call(makeTuple, args[0], py.Tuple(slices.Clone(args[1:])))
	}, defaults...).OpenDefaults())
	b.ClassMethod("_make(cls, iterable)", func(cls, iterable any) any {
		items := py.TupleFrom(py.Iter(iterable))
		if len(items) != len(fields) {
			panic(exc.TypeError("Expected %d arguments, got %d", len(fields), len(items)))
		}
		return py.Call(makeTuple, cls, items)
	})
	replace := func(self, kwds any) any {
		items := slices.Clone(py.PayloadAs[py.Tuple](self))
		unexpected := py.ListOf[any]()
		for k, v := range kwds.(*py.Dict[any, any]).All() {
			if i := slices.Index(fields, k.(string)); i >= 0 {
				items[i] = v
			} else {
				unexpected.Append(k)
			}
		}
		if unexpected.Len() > 0 {
			panic(exc.TypeError("Got unexpected field names: %s", unexpected))
		}
		return py.CallMethod(self, "_make", items)
	}
	b.Method("_replace(self, /, **kwds)", replace)
	b.Method("__replace__(self, /, **kwds)", replace)
	b.Method("__repr__(self)", func(self any) any {
		items := py.PayloadAs[py.Tuple](self)
		parts := make([]string, len(fields))
		for i, field := range fields {
			parts[i] = field + "=" + py.Repr(items[i])
		}
		return py.TypeOf(self).Name() + "(" + strings.Join(parts, ", ") + ")"
	})
	b.Method("_asdict(self)", func(self any) any {
		d := py.DictOf[any, any]()
		for i, v := range py.PayloadAs[py.Tuple](self) {
			d.Set(fields[i], v)
		}
		return d
	})
	b.Method("__getnewargs__(self)", func(self any) any { return py.PayloadAs[py.Tuple](self) })
	for i, field := range fields {
		get := b.Func(field+"(self)", func(self any) any { return py.PayloadAs[py.Tuple](self)[i] })
		b.Set(field, py.Property(get, readOnly("set"), readOnly("delete"), "Alias for field number "+strconv.Itoa(i)))
	}
}

// readOnly refuses to set or delete a field.
func readOnly(what string) *py.Function {
	return py.Func("field(*args)", func(any) any {
		panic(py.NewAttributeError("can't " + what + " attribute"))
	})
}

// namedTupleFunc is the function namedtuple of the module.
func namedTupleFunc(typename, fieldNames, rename, defaults, module any) any {
	var fields []string
	if s, ok := fieldNames.(string); ok {
		for part := range py.Iter(py.StrFields(strings.ReplaceAll(s, ",", " "))) {
			fields = append(fields, part.(string))
		}
	} else {
		for v := range py.Iter(fieldNames) {
			fields = append(fields, py.Str(v))
		}
	}
	if py.Truth(rename) {
		seen := map[string]bool{}
		for i, field := range fields {
			if !py.StrIsIdentifier(field) || IsKeyword(field) || strings.HasPrefix(field, "_") || seen[field] {
				fields[i] = "_" + strconv.Itoa(i)
			}
			seen[field] = true
		}
	}
	var values []any
	if defaults != nil {
		values = py.TupleFrom(py.Iter(defaults))
	}
	moduleName := "__main__"
	if s, ok := module.(string); ok {
		moduleName = s
	}
	return namedTuple(py.Str(typename), fields, values, moduleName, py.Truth(rename))
}
