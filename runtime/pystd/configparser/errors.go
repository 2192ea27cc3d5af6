package configparser

import (
	"fmt"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// errorClasses are the exceptions of the module.
type errorClasses struct {
	base, noSection, duplicateSection, duplicateOption, noOption *py.Class
	interpolation, missingOption, interpolationSyntax, depth     *py.Class
	parsing, missingSectionHeader, multilineContinuation         *py.Class
}

func (e *errorClasses) all() []*py.Class {
	return []*py.Class{
		e.base, e.noSection, e.duplicateSection, e.duplicateOption, e.noOption, e.interpolation, e.missingOption,
		e.interpolationSyntax, e.depth, e.parsing, e.missingSectionHeader, e.multilineContinuation,
	}
}

var errors = sync.OnceValue(func() *errorClasses {
	e := &errorClasses{}
	derived := func(name string, base *py.Class, body func(b *define.Body)) *py.Class {
		return define.Class(module, name, []any{base}, body)
	}
	e.base = derived("Error", py.ExceptionClass, func(b *define.Body) {
		b.Method("__init__(self, msg='')", func(self, message any) any {
			initError(self, message, py.Tuple{message}, nil)
			return nil
		})
		b.Method("__repr__(self)", func(self any) any { return py.GetAttr(self, "message") })
		b.Method("__str__(self)", func(self any) any { return py.GetAttr(self, "message") })
	})
	e.noSection = derived("NoSectionError", e.base, func(b *define.Body) {
		b.Method("__init__(self, section)", func(self, section any) any {
			initError(self, "No section: "+py.Repr(section), py.Tuple{section}, py.Kwargs{{Name: "section", Value: section}})
			return nil
		})
	})
	e.defineDuplicates(derived)
	e.noOption = derived("NoOptionError", e.base, func(b *define.Body) {
		b.Method("__init__(self, option, section)", func(self, option, section any) any {
			initError(self, "No option "+py.Repr(option)+" in section: "+py.Repr(section), py.Tuple{option, section},
				py.Kwargs{{Name: "option", Value: option}, {Name: "section", Value: section}})
			return nil
		})
	})
	e.defineInterpolation(derived)
	e.defineParsing(derived)
	return e
})

// initError sets what an Error consists of.
func initError(self, message any, args py.Tuple, fields py.Kwargs) {
	py.SetAttr(self, "message", message)
	py.Base(self.(py.BaseException)).Args = args
	for _, f := range fields {
		py.SetAttr(self, f.Name, f.Value)
	}
}

// A classMaker makes an exception class of the module.
type classMaker func(name string, base *py.Class, body func(b *define.Body)) *py.Class

func (e *errorClasses) defineDuplicates(derived classMaker) {
	// message says of a thing (Section, Option) that it exists already.
	message := func(kind, thing string, source, line any) string {
		if source == nil {
			return kind + " " + thing + " already exists"
		}
		text := "While reading from " + py.Repr(source)
		if line != nil {
			text += " [line " + py.Format(line, "2d") + "]"
		}
		return text + ": " + py.StrLower(kind) + " " + thing + " already exists"
	}
	e.duplicateSection = derived("DuplicateSectionError", e.base, func(b *define.Body) {
		b.Method("__init__(self, section, source=None, lineno=None)", func(self, section, source, line any) any {
			initError(self, message("Section", py.Repr(section), source, line), py.Tuple{section, source, line},
				py.Kwargs{{Name: "section", Value: section}, {Name: "source", Value: source}, {Name: "lineno", Value: line}})
			return nil
		})
	})
	e.duplicateOption = derived("DuplicateOptionError", e.base, func(b *define.Body) {
		b.Method("__init__(self, section, option, source=None, lineno=None)", func(self, section, option, source, line any) any {
			initError(self, message("Option", py.Repr(option)+" in section "+py.Repr(section), source, line),
				py.Tuple{section, option, source, line}, py.Kwargs{{Name: "section", Value: section},
					{Name: "option", Value: option}, {Name: "source", Value: source}, {Name: "lineno", Value: line}})
			return nil
		})
	})
}

func (e *errorClasses) defineInterpolation(derived classMaker) {
	about := func(option, section any, more ...py.Kw) py.Kwargs {
		return append(py.Kwargs{{Name: "option", Value: option}, {Name: "section", Value: section}}, more...)
	}
	e.interpolation = derived("InterpolationError", e.base, func(b *define.Body) {
		b.Method("__init__(self, option, section, msg)", func(self, option, section, message any) any {
			initError(self, message, py.Tuple{option, section, message}, about(option, section))
			return nil
		})
	})
	e.missingOption = derived("InterpolationMissingOptionError", e.interpolation, func(b *define.Body) {
		b.Method("__init__(self, option, section, rawval, reference)", func(self, option, section, raw, reference any) any {
			message := fmt.Sprintf("Bad value substitution: option %s in section %s contains an interpolation key %s "+
				"which is not a valid option name. Raw value: %s", py.Repr(option), py.Repr(section), py.Repr(reference), py.Repr(raw))
			initError(self, message, py.Tuple{option, section, raw, reference},
				about(option, section, py.Kw{Name: "reference", Value: reference}))
			return nil
		})
	})
	e.interpolationSyntax = derived("InterpolationSyntaxError", e.interpolation, nil)
	e.depth = derived("InterpolationDepthError", e.interpolation, func(b *define.Body) {
		b.Method("__init__(self, option, section, rawval)", func(self, option, section, raw any) any {
			message := fmt.Sprintf("Recursion limit exceeded in value substitution: option %s in section %s contains an "+
				"interpolation key which cannot be substituted in %d steps. Raw value: %s",
				py.Repr(option), py.Repr(section), maxInterpolationDepth, py.Repr(raw))
			initError(self, message, py.Tuple{option, section, raw}, about(option, section))
			return nil
		})
	})
}

func (e *errorClasses) defineParsing(derived classMaker) {
	e.parsing = derived("ParsingError", e.base, func(b *define.Body) {
		b.Method("__init__(self, source, *args)", func(self, source, args any) any {
			initError(self, "Source contains parsing errors: "+py.Repr(source), py.Tuple{source},
				py.Kwargs{{Name: "source", Value: source}, {Name: "errors", Value: py.ListOf[any]()}})
			if given := args.(py.Tuple); len(given) > 0 {
				py.CallMethod(self, "append", given...)
			}
			return nil
		})
		b.Method("append(self, lineno, line)", func(self, line, text any) any {
			py.CallMethod(py.GetAttr(self, "errors"), "append", py.Tuple{line, text})
			more := "\n\t[line " + py.Format(line, "2d") + "]: " + py.Repr(text)
			py.SetAttr(self, "message", py.Add(py.GetAttr(self, "message"), more))
			return nil
		})
		b.Method("combine(self, others)", func(self, others any) any {
			for other := range py.Iter(others) {
				for found := range py.Iter(py.GetAttr(other, "errors")) {
					py.CallMethod(self, "append", py.Unpack(found, 2)...)
				}
			}
			return self
		})
	})
	// located is a ParsingError about one line, which ends the reading.
	located := func(name, what string) *py.Class {
		return derived(name, e.parsing, func(b *define.Body) {
			b.Method("__init__(self, filename, lineno, line)", func(self, file, line, text any) any {
				message := fmt.Sprintf("%s\nfile: %s, line: %s\n%s", what, py.Repr(file), py.Str(line), py.Repr(text))
				initError(self, message, py.Tuple{file, line, text},
					py.Kwargs{{Name: "source", Value: file}, {Name: "lineno", Value: line}, {Name: "line", Value: text}})
				return nil
			})
		})
	}
	e.missingSectionHeader = located("MissingSectionHeaderError", "File contains no section headers.")
	e.multilineContinuation = located("MultilineContinuationError", "Key without value continued with an indented line.")
}
