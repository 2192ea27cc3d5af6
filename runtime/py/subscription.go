package py

// GetItem is o[k].
func GetItem(o, k any) any {
	switch x := o.(type) {
	case *List[any]:
		if i, ok := k.(int); ok && uint(i) < uint(len(x.items)) {
			return x.items[i]
		}
	case *Dict[any, any]:
		return x.Get(k)
	case Tuple:
		if i, ok := k.(int); ok && uint(i) < uint(len(x)) {
			return x[i]
		}
	}
	if isValue(o) {
		if v, ok := valueGetItem(o, k); ok {
			return v
		}
		raisef(NewTypeError, "'%s' object is not subscriptable", typeName(o))
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__getitem__"); ok {
		return callBound(method, o, class, []any{k}, nil)
	}
	if c, ok := o.(*Class); ok {
		return classGetItem(c, k)
	}
	raisef(NewTypeError, "'%s' object is not subscriptable", typeName(o))
	return nil
}

// classGetItem is C[k].
func classGetItem(c *Class, k any) any {
	if c == TypeClass {
		return newGenericAlias(c, k)
	}
	if hook, ok := c.lookup("__class_getitem__"); ok {
		return Call(bindToClass(hook, c), k)
	}
	raisef(NewTypeError, "type '%s' is not subscriptable", c.name)
	return nil
}

// SetItem is o[k] = v.
func SetItem(o, k, v any) {
	switch x := o.(type) {
	case *List[any]:
		if i, ok := k.(int); ok && uint(i) < uint(len(x.items)) {
			x.items[i] = v
			return
		}
	case *Dict[any, any]:
		x.Set(k, v)
		return
	}
	if isValue(o) {
		if valueSetItem(o, k, v) {
			return
		}
	} else if _, ok := callSpecial(o, "__setitem__", k, v); ok {
		return
	}
	raisef(NewTypeError, "'%s' object does not support item assignment", typeName(o))
}

// DelItem is del o[k].
func DelItem(o, k any) {
	if isValue(o) {
		if valueDelItem(o, k) {
			return
		}
		raisef(NewTypeError, "'%s' object doesn't support item deletion", typeName(o))
	}
	if _, ok := callSpecial(o, "__delitem__", k); ok {
		return
	}
	raisef(NewTypeError, "'%s' object does not support item deletion", typeName(o))
}

// Contains is item in container.
func Contains(container, item any) bool {
	if isValue(container) {
		if found, ok := valueContains(container, item); ok {
			return found
		}
	} else {
		class := TypeOf(container)
		if method, ok := class.lookup("__contains__"); ok {
			if method == nil {
				raisef(NewTypeError, "'%s' object is not a container", class.name)
			}
			return Truth(callBound(method, container, class, []any{item}, nil))
		}
	}
	if !iterable(container) {
		raisef(NewTypeError, "argument of type '%s' is not iterable", typeName(container))
	}
	for v := range Iter(container) {
		if Is(v, item) || Equal(v, item) {
			return true
		}
	}
	return false
}
