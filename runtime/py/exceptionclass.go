package py

import "slices"

// initBuiltinException sets the members that builtin exceptions take from
// their arguments.
func initBuiltinException(e *Exception, kw Kwargs) {
	class := e.PyClass()
	switch {
	case class.IsSubclassOf(OSError):
		initOSError(e)
	case class.IsSubclassOf(StopIteration):
		e.fields.set("value", firstArg(e))
	case class.IsSubclassOf(SystemExit):
		switch len(e.Args) {
		case 0:
			e.fields.set("code", nil)
		case 1:
			e.fields.set("code", e.Args[0])
		default:
			e.fields.set("code", e.Args)
		}
	case class.IsSubclassOf(ImportError):
		if len(e.Args) == 1 {
			e.fields.set("msg", e.Args[0])
		} else {
			e.fields.set("msg", nil)
		}
		takeKeywords(e, "ImportError", kw, "name", "path", "name_from")
		return
	case class.IsSubclassOf(NameError):
		takeKeywords(e, "NameError", kw, "name")
		return
	case class.IsSubclassOf(AttributeError):
		takeKeywords(e, "AttributeError", kw, "name", "obj")
		return
	case class.IsSubclassOf(BaseExceptionGroup):
		initGroup(e)
	case class.IsSubclassOf(UnicodeError):
		initUnicodeError(e)
	case class.IsSubclassOf(SyntaxError):
		initSyntaxError(e)
	}
	if len(kw) > 0 {
		raisef(NewTypeError, "%s() takes no keyword arguments", class.name)
	}
}

func firstArg(e *Exception) any {
	if len(e.Args) > 0 {
		return e.Args[0]
	}
	return nil
}

func takeKeywords(e *Exception, function string, kw Kwargs, names ...string) {
	for _, name := range names {
		if _, ok := e.fields.get(name); !ok {
			e.fields.set(name, nil)
		}
	}
	for _, k := range kw {
		if !slices.Contains(names, k.Name) {
			raisef(NewTypeError, "%s() got an unexpected keyword argument '%s'", function, k.Name)
		}
		e.fields.set(k.Name, k.Value)
	}
}

func initUnicodeError(e *Exception) {
	var names []string
	switch class := e.PyClass(); {
	case class.IsSubclassOf(UnicodeDecodeError), class.IsSubclassOf(UnicodeEncodeError):
		names = []string{"encoding", "object", "start", "end", "reason"}
	case class.IsSubclassOf(UnicodeTranslateError):
		names = []string{"object", "start", "end", "reason"}
	default:
		return
	}
	if len(e.Args) != len(names) {
		raisef(NewTypeError, "function takes exactly %d arguments (%d given)", len(names), len(e.Args))
	}
	for i, name := range names {
		e.fields.set(name, e.Args[i])
	}
}

func initSyntaxError(e *Exception) {
	e.fields.set("msg", firstArg(e))
	names := []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}
	var details Tuple
	if len(e.Args) == 2 {
		details, _ = e.Args[1].(Tuple)
	}
	for i, name := range names {
		if i < len(details) {
			e.fields.set(name, details[i])
		} else {
			e.fields.set(name, nil)
		}
	}
}

// exceptionOf is the receiver of a method of an exception class.
func exceptionOf(self any) *Exception {
	e, ok := self.(BaseException)
	if !ok {
		raisef(NewTypeError, "descriptor requires a 'BaseException' object but received a '%s'", typeName(self))
	}
	return e.exception()
}

func exceptionOrNil(value any, name string) BaseException {
	if value == nil {
		return nil
	}
	e, ok := value.(BaseException)
	if !ok {
		raisef(NewTypeError, "exception %s must be None or derive from BaseException", name)
	}
	return e
}

// boxException avoids a typed nil in an any.
func boxException(e BaseException) any {
	if e == nil {
		return nil
	}
	return e
}

func init() {
	BaseExceptionClass.define(func(d *Definition) {
		d.Set("__new__", newExceptionNew())
		d.Method("__init__(self, /, *args, **kwargs)", func(slots []any) any {
			e := exceptionOf(slots[0])
			e.Args = slots[1].(Tuple)
			initBuiltinException(e, kwargsOf(slots[2].(*Dict[any, any])))
			return nil
		})
		d.Method("__str__(self, /)", func(self any) any { return builtinExceptionText(exceptionOf(self)) })
		d.Method("__repr__(self, /)", func(self any) any { return exceptionRepr(exceptionOf(self)) })
		d.Method("with_traceback(self, tb, /)", func(self, tb any) any {
			exceptionOf(self).setTraceback(tb)
			return self
		})
		d.Method("add_note(self, note, /)", func(self, note any) any {
			text, ok := native(note).(string)
			if !ok {
				raisef(NewTypeError, "note must be a str, not '%s'", typeName(note))
			}
			exceptionOf(self).AddNote(text)
			return nil
		})
		d.Member("args", func(self any) any { return exceptionOf(self).Args }, func(self, value any) {
			exceptionOf(self).Args = Tuple(slices.Collect(Iter(value)))
		})
		d.Member("__cause__", func(self any) any { return boxException(exceptionOf(self).Cause) },
			func(self, value any) {
				e := exceptionOf(self)
				e.Cause = exceptionOrNil(value, "cause")
				e.SuppressContext = true
			})
		d.Member("__context__", func(self any) any { return boxException(exceptionOf(self).Context) },
			func(self, value any) { exceptionOf(self).Context = exceptionOrNil(value, "context") })
		d.Member("__suppress_context__", func(self any) any { return exceptionOf(self).SuppressContext },
			func(self, value any) { exceptionOf(self).SuppressContext = Truth(value) })
		d.Member("__traceback__", func(self any) any { return exceptionOf(self).getTraceback() },
			func(self, value any) { exceptionOf(self).setTraceback(value) })
		notes := &member{name: "__notes__", owner: d.class,
			get: func(self any) any {
				if e := exceptionOf(self); e.Notes != nil {
					return e.Notes
				}
				raiseNoAttribute(self, "__notes__")
				return nil
			},
			set: func(self, value any) {
				notes, ok := value.(*List[any])
				if !ok {
					notes = ListFrom(Iter(value))
				}
				exceptionOf(self).Notes = notes
			},
			del: func(self any) { exceptionOf(self).Notes = nil },
		}
		d.Set("__notes__", notes)
	})
	fields := map[*Class][]string{
		StopIteration:         {"value"},
		SystemExit:            {"code"},
		ImportError:           {"msg", "name", "path", "name_from"},
		NameError:             {"name"},
		AttributeError:        {"name", "obj"},
		UnicodeDecodeError:    {"encoding", "object", "start", "end", "reason"},
		UnicodeEncodeError:    {"encoding", "object", "start", "end", "reason"},
		UnicodeTranslateError: {"encoding", "object", "start", "end", "reason"},
		SyntaxError:           {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset"},
		OSError:               {"errno", "strerror", "filename", "filename2"},
	}
	for class, names := range fields {
		class.define(func(d *Definition) {
			for _, name := range names {
				d.Member(name, func(self any) any {
					v, _ := exceptionOf(self).fields.get(name)
					return v
				}, func(self, value any) { exceptionOf(self).fields.set(name, value) })
			}
		})
	}
}

// newExceptionNew is BaseException.__new__: it keeps the arguments, so that a
// class whose __init__ does not call the base's has them all the same.
func newExceptionNew() *Function {
	f := newBuiltin("__new__(cls, /, *args, **kwargs)", func(slots []any) any {
		cls := checkNew(BaseExceptionClass, slots[0])
		args := slots[1].(Tuple)
		checkConcrete(cls)
		if made, ok := cls.EmptyStruct().(BaseException); ok {
			*made.exception() = Exception{Class: cls, Args: args}
			return embeddedIn(made)
		}
		e := &Exception{Class: cls, Args: args}
		switch {
		case cls.IsSubclassOf(BaseExceptionGroup):
			initGroup(e)
		case cls.IsSubclassOf(OSError):
			e.Class = osErrorClass(cls, e.Args)
			if cls.owner("__init__") == BaseExceptionClass || cls.owner("__new__") != BaseExceptionClass {
				break
			}
			initOSError(e)
		}
		return e
	}, nil)
	f.qualname = "BaseException.__new__"
	return f
}
