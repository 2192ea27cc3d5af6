package py

// dictUpdate is d.update(source): a dict, an object with keys(), or an
// iterable of pairs.
func dictUpdate(d dictValue, source any) {
	switch x := Payload(source).(type) {
	case dictValue:
		if o, ok := source.(*Object); !ok || !overridesKeys(o) {
			updateDict(d, x)
			return
		}
	}
	if HasAttr(source, "keys") {
		for k := range Iter(CallMethod(source, "keys")) {
			d.setItem(k, GetItem(source, k))
		}
		return
	}
	updatePairs(d, source)
}

// overridesKeys tells whether the class of a dict's instance has methods of its
// own that an update must ask.
func overridesKeys(o *Object) bool {
	for _, name := range []string{"keys", "__iter__"} {
		if owner := o.Class.owner(name); owner != DictClass {
			return true
		}
	}
	return false
}

func updatePairs(d dictValue, source any) {
	i := 0
	for pair := range iterAll(source) {
		if !iterable(pair) {
			raisef(NewTypeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
		}
		items := collect(pair)
		if len(items) != 2 {
			raisef(NewValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
		}
		d.setItem(items[0], items[1])
		i++
	}
}
