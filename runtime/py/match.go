package py

// MatchSequence is a sequence pattern: it returns the elements of subject if it
// is a sequence (no str, bytes or bytearray) of before elements, or, with after
// >= 0, of at least before+after, whose middle then becomes a list.
// https://docs.python.org/3.13/reference/compound_stmts.html#sequence-patterns
func MatchSequence(subject any, before, after int) ([]any, bool) {
	if !isMatchSequence(subject) {
		return nil, false
	}
	n := Len(subject)
	if after < 0 {
		if n != before {
			return nil, false
		}
		return Unpack(subject, n), true
	}
	if n < before+after {
		return nil, false
	}
	return UnpackStar(subject, before, after), true
}

func isMatchSequence(o any) bool {
	switch o := o.(type) {
	case Tuple, *Range, *MemoryView:
		return true
	case string, Bytes, *ByteArray, nil:
		return false
	case *Object:
		if _, ok := o.Native.(string); ok {
			return false
		}
	}
	c := TypeOf(o)
	if c.IsSubclassOf(ListClass) || c.IsSubclassOf(TupleClass) {
		return true
	}
	return abstractSequence(c)
}

// SequenceFlag and MappingFlag are attributes that the abstract classes Sequence
// and Mapping give their subclasses, so that patterns know them (CPython keeps
// them as type flags).
const (
	SequenceFlag = "__sequence_pattern__"
	MappingFlag  = "__mapping_pattern__"
)

func abstractSequence(c *Class) bool {
	_, ok := c.Lookup(SequenceFlag)
	return ok
}

func isMatchMapping(o any) bool {
	c := TypeOf(o)
	if c.IsSubclassOf(DictClass) {
		return true
	}
	_, ok := c.Lookup(MappingFlag)
	return ok
}

// MatchMapping is a mapping pattern: it returns the values of keys if subject
// is a mapping that has them all.
func MatchMapping(subject any, keys ...any) ([]any, bool) {
	if !isMatchMapping(subject) || Len(subject) < len(keys) {
		return nil, false
	}
	values := make([]any, len(keys))
	missing := NewSlice(nil, nil, nil)
	for i, k := range keys {
		v := CallMethod(subject, "get", k, missing)
		if v == any(missing) {
			return nil, false
		}
		values[i] = v
	}
	return values, true
}

// MatchRest is **rest of a mapping pattern: a new dict of the other items.
func MatchRest(subject any, keys ...any) any {
	rest := DictOf[any, any]()
	UpdateDict(rest, subject)
	for _, k := range keys {
		rest.Delete(k)
	}
	return rest
}

// selfMatching are the builtin classes whose one positional subpattern matches
// the whole subject.
var selfMatching = []*Class{
	BoolClass, ByteArrayClass, BytesClass, DictClass, FloatClass, FrozenSetClass, IntClass, ListClass, SetClass,
	StrClass, TupleClass,
}

// MatchClass is a class pattern with a number of positional subpatterns and
// keyword ones: it returns the attributes that they match if subject is an
// instance of class. It raises TypeError as CPython does.
// https://docs.python.org/3.13/reference/compound_stmts.html#class-patterns
func MatchClass(subject, class any, positional int, names ...string) ([]any, bool) {
	c, ok := class.(*Class)
	if !ok {
		raisef(NewTypeError, "called match pattern must be a class")
	}
	if !IsInstance(subject, class) {
		return nil, false
	}
	var values []any
	if positional > 0 {
		got, ok := matchPositional(subject, c, positional)
		if !ok {
			return nil, false
		}
		values = got
	}
	for _, name := range names {
		if positional > 0 {
			refuseRepeated(c, positional, name)
		}
		v, ok := lookupAttr(subject, name)
		if !ok {
			return nil, false
		}
		values = append(values, v)
	}
	return values, true
}

// refuseRepeated raises TypeError if a keyword pattern is for an attribute that
// a positional one was for.
func refuseRepeated(c *Class, positional int, name string) {
	args, _ := GetAttrOr(c, "__match_args__", nil).(Tuple)
	for _, taken := range args[:min(positional, len(args))] {
		if taken == any(name) {
			raisef(NewTypeError, "%s() got multiple sub-patterns for attribute '%s'", c.name, name)
		}
	}
}

func matchPositional(subject any, c *Class, n int) ([]any, bool) {
	args, ok := lookupAttr(c, "__match_args__")
	if !ok {
		for _, self := range selfMatching {
			if c.IsSubclassOf(self) {
				if n > 1 {
					raisef(NewTypeError, "%s() accepts 1 positional sub-pattern (%d given)", c.name, n)
				}
				return []any{subject}, true
			}
		}
		raisef(NewTypeError, "%s() accepts 0 positional sub-patterns (%d given)", c.name, n)
	}
	fields, ok := args.(Tuple)
	if !ok {
		raisef(NewTypeError, "%s.__match_args__ must be a tuple (got %s)", c.name, typeName(args))
	}
	if n > len(fields) {
		plural := "s"
		if len(fields) == 1 {
			plural = ""
		}
		raisef(NewTypeError, "%s() accepts %d positional sub-pattern%s (%d given)", c.name, len(fields), plural, n)
	}
	var values []any
	for _, name := range fields[:n] {
		v, ok := lookupAttr(subject, Str(name))
		if !ok {
			return nil, false
		}
		values = append(values, v)
	}
	return values, true
}
