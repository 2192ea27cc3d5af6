package py

func dictSelf(self any) dictValue {
	return PayloadAs[dictValue](self)
}

func init() {
	DictClass.define(defineDict)
	for _, class := range []*Class{DictKeysClass, DictItemsClass, DictValuesClass} {
		class.define(defineDictView)
	}
	DictKeysClass.define(defineSetView)
	DictItemsClass.define(defineSetView)
}

func defineDict(d *Definition) {
	d.Alloc(func() any { return NewDict[any, any]() })
	d.Init("__init__(self, iterable=, /, **kwargs)", func(self, source, kwargs any) any {
		updateWithKeywords(self, source, kwargs)
		return nil
	}, missing)
	d.Method("update(self, iterable=, /, **kwargs)", func(self, source, kwargs any) any {
		updateWithKeywords(self, source, kwargs)
		return nil
	}, missing)
	d.ClassMethod("fromkeys(cls, iterable, value=None, /)", dictFromKeys)
	d.Method("clear(self, /)", func(self any) any {
		dictSelf(self).Clear()
		return nil
	})
	d.Method("copy(self, /)", func(self any) any { return dictSelf(self).copyDict() })
	d.Method("get(self, key, default=None, /)", func(self, key, def any) any {
		if v, ok := dictSelf(self).lookupItem(key); ok {
			return v
		}
		return def
	})
	d.Method("setdefault(self, key, default=None, /)", func(self, key, def any) any {
		dict := dictSelf(self)
		if v, ok := dict.lookupItem(key); ok {
			return v
		}
		dict.setItem(key, def)
		return def
	})
	d.Method("pop(self, key, default=, /)", func(self, key, def any) any {
		if v, ok := dictSelf(self).deleteItem(key); ok {
			return v
		}
		if def == missing {
			Raise(NewKeyError(key))
		}
		return def
	}, missing)
	d.Method("popitem(self, /)", func(self any) any {
		k, v := dictSelf(self).popLast()
		return Tuple{k, v}
	})
	view := func(name string, part dictPart) {
		d.Method(name+"(self, /)", func(self any) any { return &DictView{dict: dictSelf(self), origin: self, part: part} })
	}
	view("keys", dictKeys)
	view("values", dictValues)
	view("items", dictItems)
	d.Method("__reversed__(self, /)", func(self any) any { return newDictIterator(dictSelf(self), dictKeys, true) })
}

func updateWithKeywords(self, source, kwargs any) {
	d := dictSelf(self)
	if source != missing {
		if !iterable(source) && !HasAttr(source, "keys") {
			raisef(NewTypeError, "'%s' object is not iterable", typeName(source))
		}
		dictUpdate(d, source)
	}
	updateDict(d, kwargs.(dictValue))
}

// dictFromKeys is cls.fromkeys(keys, value).
func dictFromKeys(cls, keys, value any) any {
	out := any(NewDict[any, any]())
	if cls != any(DictClass) {
		out = Call(cls)
	}
	for k := range Iter(keys) {
		SetItem(out, k, value)
	}
	return out
}

func defineDictView(d *Definition) {
	d.Getter("mapping", func(self any) any { return NewMappingProxy(self.(*DictView).origin) })
	d.Method("__reversed__(self, /)", func(self any) any { return self.(*DictView).iterator(true) })
}

func defineSetView(d *Definition) {
	d.Method("isdisjoint(self, object, /)", func(self, other any) any {
		v := self.(*DictView)
		for item := range Iter(other) {
			if v.has(item) {
				return false
			}
		}
		return true
	})
}
