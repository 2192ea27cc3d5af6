// Package gettext is the part of Python's module gettext that needs no catalogues:
// messages are what they are, and translations are not found.
// https://docs.python.org/3.13/library/gettext.html
package gettext

import (
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

func plural(one, many, n any) any {
	if py.Equal(n, 1) {
		return one
	}
	return many
}

var nullClass = define.Class("gettext", "NullTranslations", nil, func(b *define.Body) {
	b.Method("__init__(self, fp=None)", func(self, _ any) any {
		py.SetAttr(self, "_info", py.DictOf[any, any]())
		py.SetAttr(self, "_charset", nil)
		py.SetAttr(self, "_fallback", nil)
		return nil
	})
	b.Method("add_fallback(self, fallback)", func(self, fallback any) any {
		if mine := py.GetAttr(self, "_fallback"); mine != nil {
			return py.CallMethod(mine, "add_fallback", fallback)
		}
		py.SetAttr(self, "_fallback", fallback)
		return nil
	})
	// lookup defines a method that asks the fallback first.
	lookup := func(name, params string, own func(args []any) any) {
		b.Method(name+"(self, "+params+")", func(args []any) any {
			if fallback := py.GetAttr(args[0], "_fallback"); fallback != nil {
				return py.CallMethod(fallback, name, args[1:]...)
			}
			return own(args[1:])
		})
	}
	lookup("gettext", "message", func(args []any) any { return args[0] })
	lookup("ngettext", "msgid1, msgid2, n", func(args []any) any { return plural(args[0], args[1], args[2]) })
	lookup("pgettext", "context, message", func(args []any) any { return args[1] })
	lookup("npgettext", "context, msgid1, msgid2, n", func(args []any) any { return plural(args[1], args[2], args[3]) })
	b.Method("info(self)", func(self any) any { return py.GetAttr(self, "_info") })
	b.Method("charset(self)", func(self any) any { return py.GetAttr(self, "_charset") })
})

// Module is the module gettext.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("gettext", "Internationalization and localization support.")
	m.Class(nullClass)
	m.Func("gettext(message)", func(message any) any { return message })
	m.Func("ngettext(msgid1, msgid2, n)", plural)
	m.Func("pgettext(context, message)", func(_, message any) any { return message })
	m.Func("npgettext(context, msgid1, msgid2, n)", func(_, one, many, n any) any { return plural(one, many, n) })
	m.Func("dgettext(domain, message)", func(_, message any) any { return message })
	m.Func("dngettext(domain, msgid1, msgid2, n)", func(_, one, many, n any) any { return plural(one, many, n) })
	domain := any("messages")
	m.Func("textdomain(domain=None)", func(name any) any {
		if name != nil {
			domain = name
		}
		return domain
	})
	folders := py.DictOf[any, any]()
	m.Func("bindtextdomain(domain, localedir=None)", func(name, folder any) any {
		if folder != nil {
			folders.Set(name, folder)
		}
		return folders.GetOr(name, "/usr/local/share/locale")
	})
	m.Func("find(domain, localedir=None, languages=None, all=False)", func(_, _, _, all any) any {
		if py.Truth(all) {
			return py.ListOf[any]()
		}
		return nil
	})
	m.Func("translation(domain, localedir=None, languages=None, class_=None, fallback=False)", func(name, _, _, _, fallback any) any {
		if !py.Truth(fallback) {
			panic(py.NewOSError(int(syscall.ENOENT), "No translation file found for domain", name))
		}
		return py.Call(nullClass)
	})
	return m
})
