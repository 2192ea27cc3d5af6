package logging

import (
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

const basicFormat = "%(levelname)s:%(name)s:%(message)s"

// A style is how the format of a Formatter names the fields of records.
type style struct {
	defaultFormat, basicFormat, timeMark string
	// validate raises ValueError for a format that names none, or names them
	// wrongly.
	validate func(format string)
}

var styles = map[string]style{
	"%": {"%(message)s", basicFormat, "%(asctime)", validatePercent},
	"{": {"{message}", "{levelname}:{name}:{message}", "{asctime", validateBraces},
	"$": {"${message}", "${levelname}:${name}:${message}", "$asctime", validateDollars},
}

// styleOf is the style that a mark stands for. It raises ValueError.
func styleOf(mark string) style {
	s, ok := styles[mark]
	if !ok {
		panic(exc.ValueError("Style must be one of: %%,{,$"))
	}
	return s
}

var (
	percentField = regexp.MustCompile(`(?i)%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]`)
	braceName    = regexp.MustCompile(`^(\d+|\w+)(\.\w+|\[[^]]+\])*$`)
	braceSpec    = regexp.MustCompile(`(?is)^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$`)
	dollarField  = regexp.MustCompile(`(?i)\$(?:\{([_a-z][_a-z0-9]*)\}|([_a-z][_a-z0-9]*)|(\$))`)
)

func validatePercent(format string) {
	if !percentField.MatchString(format) {
		panic(exc.ValueError("Invalid format '%s' for '%%' style", format))
	}
}

func validateBraces(format string) {
	named := false
	err := py.Try(func() error {
		for _, field := range py.FormatFields(format) {
			switch {
			case field.Name != "" && !braceName.MatchString(field.Name):
				panic(exc.ValueError("invalid field name/expression: %s", py.Repr(field.Name)))
			case field.Conversion != 0 && !strings.ContainsRune("rsa", field.Conversion):
				panic(exc.ValueError("invalid conversion: %s", py.Repr(string(field.Conversion))))
			case field.Spec != "" && !braceSpec.MatchString(field.Spec):
				panic(exc.ValueError("bad specifier: %s", py.Repr(field.Spec)))
			}
			named = named || field.Name != ""
		}
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.ValueError) {
			panic(err)
		}
		panic(py.WithContext(exc.ValueError("invalid format: %s", err), err))
	}
	requireField(named)
}

func validateDollars(format string) {
	rest := dollarField.ReplaceAllString(format, "")
	if strings.Contains(rest, "$") {
		panic(exc.ValueError("invalid format: bare '$' not allowed"))
	}
	named := false
	for _, m := range dollarField.FindAllString(format, -1) {
		named = named || m != "$$"
	}
	requireField(named)
}

func requireField(named bool) {
	if !named {
		panic(exc.ValueError("invalid format: no fields"))
	}
}
