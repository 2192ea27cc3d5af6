package configparser

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

func defineWriting(b *define.Body) {
	b.Method("write(self, fp, space_around_delimiters=True)", func(self, file, spaced any) any {
		p := parser{self}
		delimiter := py.Str(py.GetItem(p.attr("_delimiters"), 0))
		if py.Truth(spaced) {
			delimiter = " " + delimiter + " "
		}
		if py.Truth(p.defaults()) {
			p.writeSection(file, p.attr("default_section"), p.defaults(), delimiter)
		}
		if options, ok := lookup(p.sections(), unnamedSection()); ok {
			p.writeSection(file, unnamedSection(), options, delimiter)
		}
		for section := range py.Iter(p.sections()) {
			if section != unnamedSection() {
				p.writeSection(file, section, py.GetItem(p.sections(), section), delimiter)
			}
		}
		return nil
	})
}

func (p parser) writeSection(file, section, options any, delimiter string) {
	write := func(line string) { py.CallMethod(file, "write", line+"\n") }
	if section != unnamedSection() {
		write("[" + py.Str(section) + "]")
	}
	for option, value := range pairs(options) {
		value = py.CallMethod(p.interpolation(), "before_write", p.self, section, option, value)
		if value == nil && p.flag("_allow_no_value") {
			write(py.Str(option))
			continue
		}
		write(py.Str(option) + delimiter + py.StrReplace(py.Str(value), "\n", "\n\t"))
	}
	write("")
}
