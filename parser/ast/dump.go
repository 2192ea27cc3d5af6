package ast

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Dump writes a node and all below it on one line, in the canonical form by
// which trees are compared with CPython's:
//
//	node  = NAME | "(" NAME ["@" line ":" column "-" line ":" column] { " " value } ")"
//	value = node | "[" [ value { " " value } ] "]" | "~" | string | integer | constant
//
// Fields stand in CPython's order and none is left out; "~" is an absent one.
// Lines count from 1 and columns in bytes from 0. In a Constant or
// MatchSingleton an int is written i123, a float f and an imaginary j with the 16
// hex digits of its bits, bytes x with hex digits. Strings are as in JSON, in
// UTF-8; only a lone surrogate is written \udxxx.
func Dump(w io.Writer, node Node, file *source.File, positions bool) error {
	d := dumper{w: bufio.NewWriterSize(w, 1<<16), file: file, positions: positions}
	d.node(reflect.ValueOf(node).Elem())
	return d.w.Flush()
}

type dumper struct {
	w         *bufio.Writer
	file      *source.File
	positions bool
}

// dumpType is what the dump of a type of node needs to know of it.
type dumpType struct {
	name        string
	fields      []int
	hasPosition bool
	isConstant  bool
	hasStrings  bool // its strings may be empty, not absent
}

var dumpTypes sync.Map // reflect.Type → *dumpType

// dumpNames has the names of CPython that differ from ours.
var dumpNames = map[string]string{
	"ExprStmt": "Expr", "Arguments": "arguments", "Arg": "arg", "Keyword": "keyword", "Alias": "alias",
	"WithItem": "withitem", "MatchCase": "match_case", "Comprehension": "comprehension",
}

func dumpTypeOf(t reflect.Type) *dumpType {
	if known, ok := dumpTypes.Load(t); ok {
		return known.(*dumpType)
	}
	d := &dumpType{name: t.Name(), hasPosition: true}
	d.isConstant = d.name == "Constant" || d.name == "MatchSingleton"
	d.hasStrings = d.name == "TypeIgnore" || d.name == "Interpolation"
	switch d.name {
	case "Module", "Expression", "Interactive", "Arguments", "WithItem", "MatchCase", "Comprehension", "TypeIgnore":
		d.hasPosition = false
	}
	if name, ok := dumpNames[d.name]; ok {
		d.name = name
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Name != "Base" && f.Name != "Comments" {
			d.fields = append(d.fields, i)
		}
	}
	dumpTypes.Store(t, d)
	return d
}

func (d *dumper) node(v reflect.Value) {
	t := dumpTypeOf(v.Type())
	if len(t.fields) == 0 && !t.hasPosition {
		d.w.WriteString(t.name)
		return
	}
	d.w.WriteByte('(')
	d.w.WriteString(t.name)
	if t.hasPosition && d.positions {
		d.position(v.Field(0).Interface().(Base).Range)
	}
	for i, field := range t.fields {
		d.w.WriteByte(' ')
		switch f := v.Field(field); {
		case t.isConstant && i == 0:
			d.constant(f.Interface())
		case t.isConstant:
			d.unicodePrefix(f.Bool())
		case t.hasStrings && f.Kind() == reflect.String:
			d.string(f.String())
		default:
			d.value(f)
		}
	}
	d.w.WriteByte(')')
}

func (d *dumper) position(r source.Range) {
	line, col := d.file.Position(r.Start)
	endLine, endCol := d.file.Position(r.End)
	fmt.Fprintf(d.w, "@%d:%d-%d:%d", line, col, endLine, endCol)
}

func (d *dumper) unicodePrefix(set bool) {
	if set {
		d.w.WriteString(`"u"`)
	} else {
		d.w.WriteByte('~')
	}
}

func (d *dumper) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			d.w.WriteByte('~')
			return
		}
		if v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		d.node(v.Elem())
	case reflect.Slice:
		d.w.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				d.w.WriteByte(' ')
			}
			d.value(v.Index(i))
		}
		d.w.WriteByte(']')
	case reflect.String:
		if v.Len() == 0 {
			d.w.WriteByte('~')
			return
		}
		d.string(v.String())
	case reflect.Int:
		d.w.WriteString(strconv.FormatInt(v.Int(), 10))
	default:
		d.w.WriteString(v.Interface().(fmt.Stringer).String())
	}
}

func (d *dumper) constant(value any) {
	switch value := value.(type) {
	case nil:
		d.w.WriteString("None")
	case bool:
		if value {
			d.w.WriteString("True")
		} else {
			d.w.WriteString("False")
		}
	case Ellipsis:
		d.w.WriteString("...")
	case int64:
		fmt.Fprintf(d.w, "i%d", value)
	case *big.Int:
		d.w.WriteByte('i')
		d.w.WriteString(value.String())
	case float64:
		fmt.Fprintf(d.w, "f%016x", math.Float64bits(value))
	case Imaginary:
		fmt.Fprintf(d.w, "j%016x", math.Float64bits(float64(value)))
	case Bytes:
		fmt.Fprintf(d.w, "x%x", string(value))
	case string:
		d.string(value)
	}
}

var jsonEscapes = map[byte]string{
	'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`, '\f': `\f`, '\b': `\b`,
}

func (d *dumper) string(text string) {
	d.w.WriteByte('"')
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == 0xed && i+2 < len(text) && text[i+1] >= 0xa0:
			fmt.Fprintf(d.w, "\\u%04x", 0xd000|rune(text[i+1]&0x3f)<<6|rune(text[i+2]&0x3f))
			i += 2
		case c >= 0x20 && c != '"' && c != '\\':
			d.w.WriteByte(c)
		default:
			if escape, ok := jsonEscapes[c]; ok {
				d.w.WriteString(escape)
			} else {
				fmt.Fprintf(d.w, "\\u%04x", c)
			}
		}
	}
	d.w.WriteByte('"')
}

// DumpString returns what Dump writes.
func DumpString(node Node, file *source.File, positions bool) string {
	var out strings.Builder
	_ = Dump(&out, node, file, positions) // a Builder accepts everything
	return out.String()
}
