// Package locale is Python's module locale, on a system that has the locales C
// and C.UTF-8.
// https://docs.python.org/3.13/library/locale.html
package locale

import (
	"os"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var errorClass = define.Class("locale", "Error", []any{py.ExceptionClass}, nil)

// categories are the categories in the order of their numbers; the one missing
// is LC_ALL.
var categories = []string{
	"LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "",
	"LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION",
}

const all = 6

// current has the locale of each category. At the start of a program all are C,
// but for that of characters, which the environment chooses; C means UTF-8 there.
var current = func() []string {
	set := make([]string, len(categories))
	for i := range set {
		set[i] = "C"
	}
	if set[0] = fromEnvironment(0); set[0] == "" || set[0] == "C" {
		set[0] = "C.UTF-8"
	}
	return set
}()

// known is the locale of a name as it is set; "" for one that the system has not.
func known(name string) string {
	switch name {
	case "C", "POSIX":
		return "C"
	case "C.UTF-8", "C.utf8":
		return name
	}
	return ""
}

// fromEnvironment is the locale that the environment chooses for a category.
func fromEnvironment(category int) string {
	for _, name := range []string{"LC_ALL", categories[category], "LANG"} {
		if v := os.Getenv(name); name != "" && v != "" {
			return known(v)
		}
	}
	return "C"
}

// names is what setlocale returns for a category: for all, one name if they are
// the same.
func names(category int) string {
	if category != all {
		return current[category]
	}
	var parts []string
	same := true
	for i, name := range categories {
		if i != all {
			parts = append(parts, name+"="+current[i])
			same = same && current[i] == current[0]
		}
	}
	if same {
		return current[0]
	}
	return strings.Join(parts, ";")
}

func setLocale(category, locale any) any {
	n := py.As[int](py.Index(category))
	if n < 0 || n >= len(categories) {
		fail()
	}
	if locale == nil {
		return names(n)
	}
	text, ok := py.Payload(locale).(string)
	if !ok {
		text = built(locale)
	}
	set := append([]string(nil), current...)
	parts := map[string]string{}
	for _, part := range strings.Split(text, ";") {
		name, value, _ := strings.Cut(part, "=")
		parts[name] = value
	}
	for i, name := range categories {
		if i == all || n != all && i != n {
			continue
		}
		value, composed := parts[name]
		switch {
		case text == "":
			set[i] = fromEnvironment(i)
		case composed && n == all:
			set[i] = known(value)
		default:
			set[i] = known(text)
		}
		if set[i] == "" {
			fail()
		}
	}
	current = set
	return names(n)
}

func fail() { py.Raise(py.Call(errorClass, "unsupported locale setting")) }

// built is the name of a locale given as language and encoding.
func built(pair any) string {
	parts := py.TupleFrom(py.Iter(pair))
	if len(parts) != 2 {
		panic(exc.TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding."))
	}
	name := "C"
	if parts[0] != nil {
		name = py.Str(parts[0])
	}
	if parts[1] != nil {
		name += "." + py.Str(parts[1])
	}
	return name
}

// pair is the language and encoding of a locale.
func pair(name string) any {
	if language, encoding, ok := strings.Cut(name, "."); ok {
		if encoding == "utf8" {
			encoding = "UTF-8"
		}
		return py.Tuple{language, encoding}
	}
	return py.Tuple{nil, nil}
}

func getLocale(category any) any {
	n := py.As[int](py.Index(category))
	if n < 0 || n >= len(categories) {
		fail()
	}
	name := names(n)
	if n == all && strings.Contains(name, ";") {
		panic(exc.TypeError("category LC_ALL is not supported"))
	}
	return pair(name)
}

// conventions are those of the locale C.
func conventions() any {
	d := py.DictOf[any, any]()
	for _, name := range strings.Fields("int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep") {
		d.Set(name, "")
	}
	d.Set("mon_grouping", py.ListOf[any]())
	d.Set("positive_sign", "")
	d.Set("negative_sign", "")
	for _, name := range strings.Fields(`int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space
		p_sign_posn n_sign_posn`) {
		d.Set(name, 127)
	}
	d.Set("decimal_point", ".")
	d.Set("thousands_sep", "")
	d.Set("grouping", py.ListOf[any]())
	return d
}

// Module is the module locale.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("locale", "")
	m.Class(errorClass)
	for i, name := range categories {
		if i != all {
			m.Set(name, i)
		}
	}
	m.Set("LC_ALL", all).Set("CHAR_MAX", 127)
	m.Func("setlocale(category, locale=None)", setLocale)
	m.Func("getlocale(category=0)", getLocale)
	m.Func("localeconv()", conventions)
	m.Func("getencoding()", encoding)
	m.Func("getpreferredencoding(do_setlocale=True)", func(any) any { return encoding() })
	m.Func("format_string(f, val, grouping=False, monetary=False)", func(f, values, _, _ any) any { return py.Mod(f, values) })
	m.Func("currency(val, symbol=True, grouping=False, international=False)", func(_, _, _, _ any) any {
		panic(exc.ValueError("Currency formatting is not possible using the 'C' locale."))
	})
	m.Func("str(val)", func(v any) any { return py.Mod("%.12g", v) })
	m.Func("atof(string, func=)", func(s, f any) any { return py.Call(f, s) }, py.Builtin("float"))
	m.Func("atoi(string)", func(s any) any { return py.Call(py.Builtin("int"), s) })
	m.Func("delocalize(string)", func(s any) any { return s })
	m.Func("localize(string, grouping=False, monetary=False)", func(s, _, _ any) any { return s })
	m.Builtin("strcoll(os1, os2, /)", func(a, b any) any {
		return strings.Compare(py.As[string](a), py.As[string](b))
	})
	m.Builtin("strxfrm(string, /)", func(s any) any { return py.As[string](s) })
	return m
})

// encoding is that of the characters of the locale.
func encoding() any {
	if current[0] == "C" {
		return "ANSI_X3.4-1968"
	}
	return "UTF-8"
}
