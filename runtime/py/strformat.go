package py

import (
	"iter"
	"strings"
)

// strFormatter carries out str.format and str.format_map.
type strFormatter struct {
	args []any
	// lookup finds a keyword argument.
	lookup func(name string) any
	// mapped is set for format_map, which has no positional arguments.
	mapped bool
	auto   int  // the next automatic index
	manual bool // whether a field had an index of its own
}

// StrFormat is format.format(*args, **kw).
func StrFormat(format string, args []any, kw Kwargs) string {
	f := &strFormatter{args: args, lookup: func(name string) any {
		v, ok := kw.Lookup(name)
		if !ok {
			Raise(NewKeyError(name))
		}
		return v
	}}
	return f.render(format, 2)
}

// StrFormatMap is format.format_map(mapping).
func StrFormatMap(format string, mapping any) string {
	f := &strFormatter{mapped: true, lookup: func(name string) any { return GetItem(mapping, name) }}
	return f.render(format, 2)
}

// render formats text with replacement fields, nested depth levels at most.
func (f *strFormatter) render(format string, depth int) string {
	if depth == 0 {
		raisef(NewValueError, "Max string recursion exceeded")
	}
	var out strings.Builder
	for piece := range FormatPieces(format) {
		out.WriteString(piece.Literal)
		if piece.Field != nil {
			out.WriteString(f.field(*piece.Field, depth))
		}
	}
	return out.String()
}

// A FormatPiece is a part of a format: literal text, and the replacement field
// that follows it, or nil.
type FormatPiece struct {
	Literal string
	Field   *FormatField
}

// FormatPieces yields the parts of a format as str.format reads it: a doubled
// brace ends a part. It raises ValueError when it comes to what is wrong.
func FormatPieces(format string) iter.Seq[FormatPiece] {
	return func(yield func(FormatPiece) bool) {
		for at := 0; at < len(format); {
			mark := strings.IndexAny(format[at:], "{}")
			if mark < 0 {
				yield(FormatPiece{Literal: format[at:]})
				return
			}
			piece := FormatPiece{Literal: format[at : at+mark]}
			at += mark
			c := format[at]
			at++
			switch {
			case at < len(format) && format[at] == c:
				piece.Literal += string(c)
				at++
			case c == '}':
				raisef(NewValueError, "Single '}' encountered in format string")
			case at == len(format):
				raisef(NewValueError, "Single '{' encountered in format string")
			default:
				found, n := replacementField(format[at:])
				at += n
				piece.Field = &found
			}
			if !yield(piece) {
				return
			}
		}
	}
}

// FormatFields returns the replacement fields of a format as str.format reads
// it. It raises ValueError.
func FormatFields(format string) []FormatField {
	var fields []FormatField
	for piece := range FormatPieces(format) {
		if piece.Field != nil {
			fields = append(fields, *piece.Field)
		}
	}
	return fields
}

// A FieldStep is one step from an object that a field names to a part of it: to
// the attribute or the item Key.
type FieldStep struct {
	Attribute bool
	Key       any
}

// SplitFieldName takes the name of a replacement field apart: the argument, a
// str or an int, and the steps from there. It raises ValueError when it comes
// to what is wrong.
func SplitFieldName(name string) (first any, rest iter.Seq[FieldStep]) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	first = name[:end]
	if i, ok := fieldIndex(name[:end]); ok {
		first = i
	}
	return first, func(yield func(FieldStep) bool) {
		for rest := name[end:]; rest != ""; {
			step, n := fieldStep(rest)
			if !yield(step) {
				return
			}
			rest = rest[n:]
		}
	}
}

// fieldStep reads the step at the start of rest, and says how long it is.
func fieldStep(rest string) (FieldStep, int) {
	if rest[0] == '.' {
		n := strings.IndexAny(rest[1:], ".[")
		if n < 0 {
			n = len(rest) - 1
		}
		if n == 0 {
			raisef(NewValueError, "Empty attribute in format string")
		}
		return FieldStep{Attribute: true, Key: rest[1 : 1+n]}, 1 + n
	}
	if rest[0] != '[' {
		raisef(NewValueError, "Only '.' or '[' may follow ']' in format field specifier")
	}
	n := strings.IndexByte(rest, ']')
	if n < 0 {
		raisef(NewValueError, "Missing ']' in format string")
	}
	key := rest[1:n]
	if key == "" {
		raisef(NewValueError, "Empty attribute in format string")
	}
	if i, ok := fieldIndex(key); ok {
		return FieldStep{Key: i}, n + 1
	}
	return FieldStep{Key: key}, n + 1
}

// A FormatField is a replacement field taken apart; Conversion is 0 if it has
// none.
type FormatField struct {
	Name       string
	Conversion rune
	Spec       string
}

// replacementField reads a field after its opening brace, closing one included.
func replacementField(s string) (FormatField, int) {
	var field FormatField
	at := 0
name:
	for ; ; at++ {
		if at >= len(s) {
			raisef(NewValueError, "expected '}' before end of string")
		}
		switch s[at] {
		case '{':
			raisef(NewValueError, "unexpected '{' in field name")
		case '[':
			// What stands between brackets is taken as it is.
			for at+1 < len(s) && s[at] != ']' {
				at++
			}
		case '}', ':', '!':
			break name
		}
	}
	field.Name = s[:at]
	if s[at] == '!' {
		at = field.readConversion(s, at+1)
	}
	if s[at] == '}' {
		return field, at + 1
	}
	at++
	start, depth := at, 1
	for ; at < len(s); at++ {
		switch s[at] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				field.Spec = s[start:at]
				return field, at + 1
			}
		}
	}
	raisef(NewValueError, "unmatched '{' in format spec")
	return field, 0
}

func (field *FormatField) readConversion(s string, at int) int {
	if at >= len(s) {
		raisef(NewValueError, "end of string while looking for conversion specifier")
	}
	r, n := decodeRune(s[at:])
	field.Conversion = r
	at += n
	if at >= len(s) {
		raisef(NewValueError, "unmatched '{' in format spec")
	}
	if s[at] != ':' && s[at] != '}' {
		raisef(NewValueError, "expected ':' after conversion specifier")
	}
	return at
}

// field gives the text of a replacement field.
func (f *strFormatter) field(field FormatField, depth int) string {
	v := f.value(field.Name)
	switch field.Conversion {
	case 0:
	case 'r':
		v = Repr(v)
	case 's':
		v = Str(v)
	case 'a':
		v = ASCII(v)
	default:
		if field.Conversion > 32 && field.Conversion < 127 {
			raisef(NewValueError, "Unknown conversion specifier %c", field.Conversion)
		}
		raisef(NewValueError, "Unknown conversion specifier \\x%x", field.Conversion)
	}
	spec := field.Spec
	if strings.ContainsAny(spec, "{}") {
		spec = f.render(spec, depth-1)
	}
	return Format(v, spec)
}

// value finds the object a field name means: an argument, then attributes and
// items of it.
func (f *strFormatter) value(name string) any {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	v := f.argument(name[:end])
	for rest := name[end:]; rest != ""; {
		step, n := fieldStep(rest)
		if step.Attribute {
			v = GetAttr(v, step.Key.(string))
		} else {
			v = GetItem(v, step.Key)
		}
		rest = rest[n:]
	}
	return v
}

// fieldIndex is a name made of digits as an int.
func fieldIndex(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if !isDecimal(r) {
			return 0, false
		}
		n = n*10 + decimalValue(r)
		if n > 1<<59 {
			raisef(NewValueError, "Too many decimal digits in format string")
		}
	}
	return n, s != ""
}

// argument finds the argument of a field's first name.
func (f *strFormatter) argument(name string) any {
	i, isIndex := fieldIndex(name)
	switch {
	case name == "":
		if f.manual {
			raisef(NewValueError, "cannot switch from manual field specification to automatic field numbering")
		}
		i = f.auto
		f.auto++
	case isIndex:
		if f.auto > 0 {
			raisef(NewValueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	default:
		return f.lookup(name)
	}
	if f.mapped {
		raisef(NewValueError, "Format string contains positional fields")
	}
	if i >= len(f.args) {
		raisef(NewIndexError, "Replacement index %d out of range for positional args tuple", i)
	}
	return f.args[i]
}
