package csv

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The values of a dialect's quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
)

// A dialect is how rows are written. quote and escape are empty where there is
// no such character.
type dialect struct {
	delimiter, quote, escape string
	lineTerminator           string
	quoting                  int
	doubleQuote              bool
	skipInitialSpace         bool
	strict                   bool
}

// PyClass is _csv.Dialect.
func (*dialect) PyClass() *py.Class { return dialectValueClass }

var dialectValueClass = py.NewNativeClass("_csv", "Dialect", nil, func(d *py.Definition) {
	of := py.PayloadAs[*dialect]
	d.New("__new__(dialect=None, **kwargs)", func(base, options any) any {
		return newDialect(base, options.(*py.Dict[any, any]))
	})
	optional := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	d.Getter("delimiter", func(self any) any { return of(self).delimiter })
	d.Getter("doublequote", func(self any) any { return of(self).doubleQuote })
	d.Getter("escapechar", func(self any) any { return optional(of(self).escape) })
	d.Getter("lineterminator", func(self any) any { return of(self).lineTerminator })
	d.Getter("quotechar", func(self any) any { return optional(of(self).quote) })
	d.Getter("quoting", func(self any) any { return of(self).quoting })
	d.Getter("skipinitialspace", func(self any) any { return of(self).skipInitialSpace })
	d.Getter("strict", func(self any) any { return of(self).strict })
})

// dialectOptions are the names of what makes a dialect.
var dialectOptions = []string{
	"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
}

// newDialect makes a dialect of a base (the name of a registered dialect, a
// class, an instance, or nil) and of options that replace the base's. It raises
// TypeError, ValueError and csv.Error.
func newDialect(base any, options *py.Dict[any, any]) *dialect {
	if name, ok := py.Payload(base).(string); ok {
		base = registered(name)
	}
	if d, ok := base.(*dialect); ok && options.Len() == 0 {
		return d
	}
	given := map[string]any{}
	for name := range options.Keys() {
		known := false
		for _, option := range dialectOptions {
			known = known || name == option
		}
		if !known {
			panic(exc.TypeError("this function got an unexpected keyword argument %s", py.Repr(name)))
		}
	}
	for _, name := range dialectOptions {
		if v, ok := options.Lookup(name); ok {
			given[name] = v
		} else if base != nil && py.HasAttr(base, name) {
			given[name] = py.GetAttr(base, name)
		}
	}
	d := &dialect{delimiter: ",", quote: `"`, lineTerminator: "\r\n", doubleQuote: true}
	d.setOptions(given)
	d.check()
	return d
}

func (d *dialect) setOptions(given map[string]any) {
	flag := func(name string, into *bool) {
		if v, ok := given[name]; ok {
			*into = py.Truth(v)
		}
	}
	if v, ok := given["delimiter"]; ok {
		text, isText := py.Payload(v).(string)
		if !isText {
			panic(exc.TypeError(`"delimiter" must be string, not %s`, py.TypeOf(v).Name()))
		}
		d.delimiter = character("delimiter", text)
	}
	flag("doublequote", &d.doubleQuote)
	optionalCharacter(given, "escapechar", &d.escape)
	if v, ok := given["lineterminator"]; ok {
		text, isText := py.Payload(v).(string)
		switch {
		case v == nil:
			panic(exc.TypeError("lineterminator must be set"))
		case !isText:
			panic(exc.TypeError(`"lineterminator" must be a string`))
		}
		d.lineTerminator = text
	}
	optionalCharacter(given, "quotechar", &d.quote)
	if v, ok := given["quoting"]; ok {
		n, isInt := v.(int)
		if !isInt {
			panic(exc.TypeError(`"quoting" must be an integer`))
		}
		if n < quoteMinimal || n > quoteNotNull {
			panic(exc.TypeError(`bad "quoting" value`))
		}
		d.quoting = n
	} else if d.quote == "" {
		d.quoting = quoteNone
	}
	flag("skipinitialspace", &d.skipInitialSpace)
	flag("strict", &d.strict)
}

func character(name, text string) string {
	if py.StrLen(text) != 1 {
		panic(exc.TypeError(`"%s" must be a 1-character string`, name))
	}
	return text
}

func optionalCharacter(given map[string]any, name string, into *string) {
	v, ok := given[name]
	if !ok {
		return
	}
	if v == nil {
		*into = ""
		return
	}
	text, isText := py.Payload(v).(string)
	if !isText {
		panic(exc.TypeError(`"%s" must be string or None, not %s`, name, py.TypeOf(v).Name()))
	}
	*into = character(name, text)
}

// check refuses characters that could not be told apart.
func (d *dialect) check() {
	if d.quoting != quoteNone && d.quote == "" {
		panic(exc.TypeError("quotechar must be set if quoting enabled"))
	}
	alone := func(name, c string, space bool) {
		if c == "\r" || c == "\n" || c == " " && !space {
			panic(exc.ValueError("bad %s value", name))
		}
		if c != "" && strings.Contains(d.lineTerminator, c) {
			panic(exc.ValueError("bad %s or lineterminator value", name))
		}
	}
	alone("delimiter", d.delimiter, true)
	alone("escapechar", d.escape, !d.skipInitialSpace)
	alone("quotechar", d.quote, !d.skipInitialSpace)
	differ := func(name, c, otherName, other string) {
		if c == other && c != "" {
			panic(exc.ValueError("bad %s or %s value", name, otherName))
		}
	}
	differ("delimiter", d.delimiter, "escapechar", d.escape)
	differ("delimiter", d.delimiter, "quotechar", d.quote)
	differ("escapechar", d.escape, "quotechar", d.quote)
}

var (
	dialectsMu sync.Mutex
	dialects   = py.DictOf[any, any]()
)

// registered is the dialect with a name. It raises csv.Error.
func registered(name any) any {
	dialectsMu.Lock()
	defer dialectsMu.Unlock()
	d, ok := dialects.Lookup(name)
	if !ok {
		py.Raise(py.NewException(Error, "unknown dialect"))
	}
	return d
}

func register(name string, d *dialect) {
	dialectsMu.Lock()
	defer dialectsMu.Unlock()
	dialects.Set(name, d)
}

// dialectOf is the dialect that the arguments of reader and writer name.
func dialectOf(base, options any) *dialect { return newDialect(base, options.(*py.Dict[any, any])) }

// nextRune is the first code point of s as text; a lone surrogate counts byte by
// byte, which no character of a dialect is.
func nextRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}
