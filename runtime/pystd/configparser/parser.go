package configparser

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// A parser is a RawConfigParser or an instance of a class that derives from it.
// What it holds are its attributes, by CPython's names.
type parser struct{ self any }

func (p parser) attr(name string) any          { return py.GetAttr(p.self, name) }
func (p parser) flag(name string) bool         { return py.Truth(p.attr(name)) }
func (p parser) sections() any                 { return p.attr("_sections") }
func (p parser) defaults() any                 { return p.attr("_defaults") }
func (p parser) interpolation() any            { return p.attr("_interpolation") }
func (p parser) newDict() any                  { return py.Call(p.attr("_dict")) }
func (p parser) optionName(option any) any     { return py.CallMethod(p.self, "optionxform", option) }
func (p parser) hasSection(section any) bool   { return py.Contains(p.sections(), section) }
func (p parser) isDefault(section any) bool    { return py.Equal(section, p.attr("default_section")) }
func (p parser) namesDefault(section any) bool { return !py.Truth(section) || p.isDefault(section) }

// newSection makes an empty section.
func (p parser) newSection(section any) any {
	options := p.newDict()
	py.SetItem(p.sections(), section, options)
	py.SetItem(p.attr("_proxies"), section, py.Call(sectionClass(), p.self, section))
	return options
}

// options is the dict of a section's own options. It raises NoSectionError.
func (p parser) options(section any) any {
	options, ok := lookup(p.sections(), section)
	if !ok {
		py.Raise(py.Call(errors().noSection, section), nil)
	}
	return options
}

// writable is the dict that the option of a section is set in, that of the
// defaults when section names none.
func (p parser) writable(section any) any {
	if p.namesDefault(section) {
		return p.defaults()
	}
	return p.options(section)
}

type parserClassSet struct{ raw, interpolating *py.Class }

var parserClasses = sync.OnceValue(func() *parserClassSet {
	c := &parserClassSet{}
	c.raw = define.Class(module, "RawConfigParser", []any{collectionsabc.Class("MutableMapping")}, func(b *define.Body) {
		b.Doc("ConfigParser that does not do interpolation.")
		b.Set("_DEFAULT_INTERPOLATION", py.Call(interpolations().none))
		b.Set("SECTCRE", re.Compile(`\[(?P<header>.+)\]`))
		b.Set("OPTCRE", optionPattern("=|:", false))
		b.Set("OPTCRE_NV", optionPattern("=|:", true))
		b.Set("NONSPACECRE", re.Compile(`\S`))
		b.Set("BOOLEAN_STATES", py.DictOf[any, any]("1", true, "yes", true, "true", true, "on", true,
			"0", false, "no", false, "false", false, "off", false))
		b.Method("__init__(self, defaults=None, dict_type=, allow_no_value=False, *, delimiters=, comment_prefixes=, "+
			"inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section='DEFAULT', "+
			"interpolation=, converters=, allow_unnamed_section=False)", initParser,
			py.DictClass, py.Tuple{"=", ":"}, py.Tuple{"#", ";"}, unset, unset)
		defineSections(b)
		defineOptions(b)
		defineGetters(b)
		defineReading(b)
		defineWriting(b)
		defineMapping(b)
	})
	c.interpolating = define.Class(module, "ConfigParser", []any{c.raw}, func(b *define.Body) { defineConfigParser(b, c.raw) })
	return c
})

func initParser(args []any) any {
	p := parser{args[0]}
	defaults, dictType, noValue, delimiters, full, inline := args[1], args[2], args[3], args[4], args[5], args[6]
	strict, emptyLines, defaultName, interpolation, converters, unnamed := args[7], args[8], args[9], args[10], args[11], args[12]
	set := func(name string, v any) { py.SetAttr(p.self, name, v) }
	set("_dict", dictType)
	set("_sections", p.newDict())
	set("_defaults", p.newDict())
	set("_converters", py.Call(converterClass(), p.self))
	set("_proxies", p.newDict())
	py.SetItem(p.attr("_proxies"), defaultName, py.Call(sectionClass(), p.self, defaultName))
	set("_delimiters", py.TupleFrom(py.Iter(delimiters)))
	set("_optcre", p.optionPattern(delimiters, py.Truth(noValue)))
	prefixes := func(given any) any {
		if !py.Truth(given) {
			return py.Tuple{}
		}
		return py.TupleFrom(py.Iter(given))
	}
	set("_full_prefixes", prefixes(full))
	set("_inline_prefixes", prefixes(inline))
	set("_strict", strict)
	set("_allow_no_value", noValue)
	set("_empty_lines_in_values", emptyLines)
	set("default_section", defaultName)
	switch interpolation {
	case unset:
		interpolation = p.attr("_DEFAULT_INTERPOLATION")
	case nil:
		interpolation = py.Call(interpolations().none)
	}
	if !py.IsInstance(interpolation, interpolations().none) {
		panic(exc.TypeError("interpolation= must be None or an instance of Interpolation; got an object of type %s",
			py.Str(py.TypeOf(interpolation))))
	}
	set("_interpolation", interpolation)
	if converters != unset {
		py.CallMethod(p.attr("_converters"), "update", converters)
	}
	if py.Truth(defaults) {
		py.CallMethod(p.self, "_read_defaults", defaults)
	}
	set("_allow_unnamed_section", unnamed)
	return nil
}

// optionPattern is the regular expression of a line with an option.
func (p parser) optionPattern(delimiters any, noValue bool) any {
	switch {
	case !py.Equal(delimiters, py.Tuple{"=", ":"}):
		alternatives := ""
		for d := range py.Iter(delimiters) {
			if alternatives != "" {
				alternatives += "|"
			}
			alternatives += re.Escape(py.As[string](d))
		}
		return optionPattern(alternatives, noValue)
	case noValue:
		return p.attr("OPTCRE_NV")
	}
	return p.attr("OPTCRE")
}

func optionPattern(delimiters string, noValue bool) any {
	if noValue {
		return re.Compile(`(?P<option>.*?)\s*(?:(?P<vi>` + delimiters + `)\s*(?P<value>.*))?$`)
	}
	return re.Compile(`(?P<option>.*?)\s*(?P<vi>` + delimiters + `)\s*(?P<value>.*)$`)
}

func defineSections(b *define.Body) {
	b.Method("defaults(self)", func(self any) any { return parser{self}.defaults() })
	b.Method("sections(self)", func(self any) any { return py.Call(py.ListClass, parser{self}.sections()) })
	b.Method("add_section(self, section)", func(self, section any) any {
		p := parser{self}
		if p.isDefault(section) {
			panic(exc.ValueError("Invalid section name: %s", py.Repr(section)))
		}
		if p.hasSection(section) {
			py.Raise(py.Call(errors().duplicateSection, section))
		}
		p.newSection(section)
		return nil
	})
	b.Method("has_section(self, section)", func(self, section any) any { return parser{self}.hasSection(section) })
	b.Method("remove_section(self, section)", func(self, section any) any {
		p := parser{self}
		existed := p.hasSection(section)
		if existed {
			py.DelItem(p.sections(), section)
			py.DelItem(p.attr("_proxies"), section)
		}
		return existed
	})
	b.Method("popitem(self)", func(self any) any {
		for name := range py.Iter(py.CallMethod(self, "sections")) {
			section := py.GetItem(self, name)
			py.DelItem(self, name)
			return py.Tuple{name, section}
		}
		panic(py.NewKeyError())
	})
}

func defineOptions(b *define.Body) {
	b.Method("optionxform(self, optionstr)", func(_, option any) any { return py.CallMethod(option, "lower") })
	b.Method("options(self, section)", func(self, section any) any {
		p := parser{self}
		all := py.CallMethod(p.options(section), "copy")
		py.CallMethod(all, "update", p.defaults())
		return py.Call(py.ListClass, all)
	})
	b.Method("has_option(self, section, option)", func(self, section, option any) any {
		p := parser{self}
		if p.namesDefault(section) {
			return py.Contains(p.defaults(), p.optionName(option))
		}
		options, ok := lookup(p.sections(), section)
		if !ok {
			return false
		}
		name := p.optionName(option)
		return py.Contains(options, name) || py.Contains(p.defaults(), name)
	})
	b.Method("set(self, section, option, value=None)", func(self, section, option, value any) any {
		p := parser{self}
		if py.Truth(value) {
			value = py.CallMethod(p.interpolation(), "before_set", self, section, option, value)
		}
		options := p.writable(section)
		py.SetItem(options, p.optionName(option), value)
		return nil
	})
	b.Method("remove_option(self, section, option)", func(self, section, option any) any {
		p := parser{self}
		options, name := p.writable(section), p.optionName(option)
		existed := py.Contains(options, name)
		if existed {
			py.DelItem(options, name)
		}
		return existed
	})
}

func defineMapping(b *define.Body) {
	b.Method("__getitem__(self, key)", func(self, key any) any {
		if !py.Contains(self, key) {
			panic(py.NewKeyError(key))
		}
		return py.GetItem(parser{self}.attr("_proxies"), key)
	})
	b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
		p := parser{self}
		if py.Contains(self, key) && py.Is(py.GetItem(self, key), value) {
			return nil
		}
		if p.isDefault(key) {
			py.CallMethod(p.defaults(), "clear")
		} else if p.hasSection(key) {
			py.CallMethod(py.GetItem(p.sections(), key), "clear")
		}
		py.CallMethod(self, "read_dict", py.DictOf[any, any](key, value))
		return nil
	})
	b.Method("__delitem__(self, key)", func(self, key any) any {
		p := parser{self}
		if p.isDefault(key) {
			panic(exc.ValueError("Cannot remove the default section."))
		}
		if !p.hasSection(key) {
			panic(py.NewKeyError(key))
		}
		py.CallMethod(self, "remove_section", key)
		return nil
	})
	b.Method("__contains__(self, key)", func(self, key any) any {
		p := parser{self}
		return p.isDefault(key) || p.hasSection(key)
	})
	b.Method("__len__(self)", func(self any) any { return py.Len(parser{self}.sections()) + 1 })
	b.Method("__iter__(self)", func(self any) any {
		p := parser{self}
		names := py.ListOf[any](p.attr("default_section"))
		names.Extend(py.Iter(p.sections()))
		return py.GetIter(names)
	})
	b.Property("converters", func(self any) any { return parser{self}.attr("_converters") })
}

// defineConfigParser adds what ConfigParser does beyond the class raw: it
// interpolates, and takes strings only.
func defineConfigParser(b *define.Body, raw *py.Class) {
	b.Doc("ConfigParser implementing interpolation.")
	b.Set("_DEFAULT_INTERPOLATION", py.Call(interpolations().basic))
	b.Method("set(self, section, option, value=None)", func(self, section, option, value any) any {
		parser{self}.checkOption(option, value)
		return py.Call(py.GetAttr(raw, "set"), self, section, option, value)
	})
	b.Method("add_section(self, section)", func(self, section any) any {
		if !py.IsInstance(section, py.StrClass) {
			panic(exc.TypeError("section names must be strings"))
		}
		return py.Call(py.GetAttr(raw, "add_section"), self, section)
	})
	b.Method("_read_defaults(self, defaults)", func(self, defaults any) any {
		p := parser{self}
		interpolation := p.interpolation()
		py.SetAttr(self, "_interpolation", py.Call(interpolations().none))
		defer py.SetAttr(self, "_interpolation", interpolation)
		return py.CallMethod(self, "read_dict", py.DictOf[any, any](p.attr("default_section"), defaults))
	})
}

// checkOption raises TypeError for a name or a value that is not a string; no
// value at all is allowed where options need none.
func (p parser) checkOption(option, value any) {
	if !py.IsInstance(option, py.StrClass) {
		panic(exc.TypeError("option keys must be strings"))
	}
	if (!p.flag("_allow_no_value") || py.Truth(value)) && !py.IsInstance(value, py.StrClass) {
		panic(exc.TypeError("option values must be strings"))
	}
}
