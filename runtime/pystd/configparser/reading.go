package configparser

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
)

func defineReading(b *define.Body) {
	b.Method("read(self, filenames, encoding=None)", func(self, names, encoding any) any {
		pathLike := os.Module().Attr("PathLike")
		if py.IsInstance(names, py.Tuple{py.StrClass, py.BytesClass, pathLike}) {
			names = py.ListOf[any](names)
		}
		read := py.ListOf[any]()
		for name := range py.Iter(names) {
			err := py.Try(func() error {
				file := py.CallKw(py.Builtin("open"), []any{name}, py.Kwargs{{Name: "encoding", Value: encoding}})
				defer py.CallMethod(file, "close")
				parser{self}.read(file, name)
				return nil
			})
			switch {
			case err != nil && !py.Matches(err, py.OSError):
				panic(err)
			case err == nil && py.IsInstance(name, pathLike):
				read.Append(py.CallMethod(name, "__fspath__"))
			case err == nil:
				read.Append(name)
			}
		}
		return read
	})
	b.Method("read_file(self, f, source=None)", func(self, file, source any) any {
		if source == nil {
			source = py.GetAttrOr(file, "name", "<???>")
		}
		parser{self}.read(file, source)
		return nil
	})
	b.Method("read_string(self, string, source='<string>')", func(self, text, source any) any {
		py.CallMethod(self, "read_file", py.Call(io.Module().Attr("StringIO"), text), source)
		return nil
	})
	b.Method("read_dict(self, dictionary, source='<dict>')", func(self, dictionary, source any) any {
		parser{self}.readDict(dictionary, source)
		return nil
	})
	b.Method("_read_defaults(self, defaults)", func(self, defaults any) any {
		p := parser{self}
		for name, value := range pairs(defaults) {
			py.SetItem(p.defaults(), p.optionName(name), value)
		}
		return nil
	})
}

// An optionKey is an option of a section that has been read.
type optionKey struct{ section, option any }

func (p parser) readDict(dictionary, source any) {
	strict := p.flag("_strict")
	sections, options := map[any]bool{}, map[optionKey]bool{}
	for key, entries := range pairs(dictionary) {
		section := py.Str(key)
		err := py.Try(func() error {
			py.CallMethod(p.self, "add_section", section)
			return nil
		})
		if err != nil && (!py.Matches(err, py.Tuple{errors().duplicateSection, py.ValueError}) || strict && sections[section]) {
			panic(err)
		}
		sections[section] = true
		for name, value := range pairs(entries) {
			option := p.optionName(py.Str(name))
			if value != nil {
				value = py.Str(value)
			}
			if strict && options[optionKey{section, option}] {
				py.Raise(py.Call(errors().duplicateOption, section, option, source))
			}
			options[optionKey{section, option}] = true
			py.CallMethod(p.self, "set", section, option, value)
		}
	}
}

// A reading is the state of reading one file.
type reading struct {
	parser
	source any
	line   int
	// section is the dict of the options of the section name, nil before the
	// first header; option is the option that a line may continue, nil if none.
	section, name, option any
	indent                int
	sections              map[any]bool
	options               map[optionKey]bool
	failures              []any
}

// read reads a file. The lines of the values are joined even when an error ends
// the reading.
func (p parser) read(file, source any) {
	r := &reading{
		parser: p, source: source, sections: map[any]bool{}, options: map[optionKey]bool{},
	}
	defer r.joinLines()
	for text := range py.Iter(file) {
		r.line++
		r.readLine(py.As[string](text))
	}
	if len(r.failures) > 0 {
		first := r.failures[0]
		py.Raise(py.CallMethod(first, "combine", py.ListOf(r.failures[1:]...)))
	}
}

func (r *reading) readLine(text string) {
	stripped := py.StrStrip(text)
	clean := r.withoutComment(text)
	if clean == "" {
		switch {
		case !r.flag("_empty_lines_in_values"):
			r.indent = math.MaxInt
		case stripped == "" && r.section != nil && py.Truth(r.option):
			if value, ok := py.GetItem(r.section, r.option).(*py.List[any]); ok {
				value.Append("")
			}
		}
		return
	}
	indent := py.StrLen(text[:strings.Index(text, stripped)])
	if r.section != nil && py.Truth(r.option) && indent > r.indent {
		value := py.GetItem(r.section, r.option)
		if value == nil {
			py.Raise(py.Call(errors().multilineContinuation, r.source, r.line, text))
		}
		py.CallMethod(value, "append", clean)
		return
	}
	if r.section == nil && r.flag("_allow_unnamed_section") {
		r.enter(unnamedSection())
	}
	r.indent = indent
	header := py.CallMethod(r.attr("SECTCRE"), "match", clean)
	switch {
	case header != nil:
		r.readHeader(py.CallMethod(header, "group", "header"))
	case r.section == nil:
		py.Raise(py.Call(errors().missingSectionHeader, r.source, r.line, text))
	default:
		r.readOption(text, clean)
	}
}

// withoutComment is the line without white space around it and without its
// comment.
func (r *reading) withoutComment(text string) string {
	stripped := py.StrStrip(text)
	for prefix := range py.Iter(r.attr("_full_prefixes")) {
		if strings.HasPrefix(stripped, py.As[string](prefix)) {
			return ""
		}
	}
	end := len(text)
	for prefix := range py.Iter(r.attr("_inline_prefixes")) {
		end = min(end, inlineComment(text, py.As[string](prefix)))
	}
	return py.StrStrip(text[:end])
}

// inlineComment is where a comment begins: a prefix at the beginning of the line
// or after white space. It is the length of the text if there is none.
func inlineComment(text, prefix string) int {
	if strings.HasPrefix(text, prefix) {
		return 0
	}
	for i, c := range text {
		if after := i + len(string(c)); py.StrIsSpace(string(c)) && strings.HasPrefix(text[after:], prefix) {
			return i
		}
	}
	return len(text)
}

// enter begins a section that has not been there.
func (r *reading) enter(name any) {
	r.name, r.section = name, r.newSection(name)
	r.sections[name] = true
}

func (r *reading) readHeader(name any) {
	r.option = nil
	options, known := lookup(r.parser.sections(), name)
	switch {
	case known:
		if r.flag("_strict") && r.sections[name] {
			py.Raise(py.Call(errors().duplicateSection, name, r.source, r.line))
		}
		r.name, r.section = name, options
		r.sections[name] = true
	case r.isDefault(name):
		r.name, r.section = name, r.defaults()
	default:
		r.enter(name)
	}
}

func (r *reading) readOption(text, clean string) {
	match := py.CallMethod(r.attr("_optcre"), "match", clean)
	if match == nil {
		r.failures = append(r.failures, py.Call(errors().parsing, r.source, r.line, text))
		return
	}
	groups := py.Unpack(py.CallMethod(match, "group", "option", "vi", "value"), 3)
	name, value := groups[0], groups[2]
	if !py.Truth(name) {
		r.failures = append(r.failures, py.Call(errors().parsing, r.source, r.line, text))
	}
	r.option = r.optionName(py.CallMethod(name, "rstrip"))
	key := optionKey{r.name, r.option}
	if r.flag("_strict") && r.options[key] {
		py.Raise(py.Call(errors().duplicateOption, r.name, r.option, r.source, r.line))
	}
	r.options[key] = true
	if value != nil {
		value = py.ListOf[any](py.CallMethod(value, "strip"))
	}
	py.SetItem(r.section, r.option, value)
}

// joinLines makes the values of lists of lines.
func (r *reading) joinLines() {
	join := func(section, options any) {
		for _, name := range py.TupleFrom(py.Iter(options)) {
			value := py.GetItem(options, name)
			if lines, ok := value.(*py.List[any]); ok {
				value = py.StrRStrip(py.As[string](py.CallMethod("\n", "join", lines)))
			}
			py.SetItem(options, name, py.CallMethod(r.interpolation(), "before_read", r.self, section, name, value))
		}
	}
	join(r.attr("default_section"), r.defaults())
	for section, options := range pairs(r.parser.sections()) {
		join(section, options)
	}
}
