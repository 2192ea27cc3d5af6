package py

// quitterClass is the class of the builtins exit and quit, which CPython's module
// site adds.
var quitterClass *Class

func newQuitterClass() *Class {
	return NewClass("Quitter", []any{ObjectClass}, nil, func(ns *Namespace) {
		ns.Set("__module__", "_sitebuiltins")
		ns.Set("__init__", Func("Quitter.__init__(self, name, eof)", func(self, name, eof any) any {
			SetAttr(self, "name", name)
			SetAttr(self, "eof", eof)
			return nil
		}))
		ns.Set("__repr__", Func("Quitter.__repr__(self)", func(self any) any {
			return "Use " + Str(GetAttr(self, "name")) + "() or " + Str(GetAttr(self, "eof")) + " to exit"
		}))
		ns.Set("__call__", Func("Quitter.__call__(self, code=None)", func(_, code any) any {
			Exit(code)
			return nil
		}, nil))
	}).(*Class)
}

func addQuitters(m *Module) {
	for _, name := range []string{"exit", "quit"} {
		m.Lazy(name, func() any {
			if quitterClass == nil {
				quitterClass = newQuitterClass()
			}
			return Call(quitterClass, name, "Ctrl-D (i.e. EOF)")
		})
	}
}

// Exit is exit(code) and quit(code): it closes standard input and raises SystemExit.
func Exit(code any) {
	if Stdin != nil {
		_ = Try(func() error { CallMethod(Stdin, "close"); return nil })
	}
	inputClosed = true
	Raise(NewSystemExit(code))
}
