package sqlite3

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	// adapters make of a value of a class one that SQLite knows.
	adapters = map[*py.Class]any{}
	// converters make of the bytes of a column a value, by the declared type in
	// capital letters.
	converters = map[string]any{}
)

var prepareProtocol = py.NewNativeClass("sqlite3", "PrepareProtocol", nil, nil)

// adapt returns the value that stands for v in the database.
func adapt(v any) any {
	if class := py.TypeOf(v); v != nil {
		if adapter, ok := adapters[class]; ok {
			return py.Call(adapter, v)
		}
		if conform := py.GetAttrOr(v, "__conform__", nil); conform != nil {
			if adapted := py.Call(conform, prepareProtocol); adapted != nil {
				return adapted
			}
		}
	}
	return v
}

// bind gives a parameter of a statement its value; position counts from 1.
func bind(s *sqlite3.Stmt, position int, v any) error {
	switch v.(type) {
	case nil, int, float64, string, *big.Int:
	default:
		v = adapt(v)
	}
	switch value := py.Payload(v).(type) {
	case nil:
		return s.BindNull(position)
	case int:
		return s.BindInt64(position, int64(value))
	case bool:
		return s.BindBool(position, value)
	case *big.Int:
		panic(exc.OverflowError("Python int too large to convert to SQLite INTEGER"))
	case float64:
		return s.BindFloat(position, value)
	case string:
		return s.BindText(position, checkUTF8(value))
	case py.Bytes, *py.ByteArray, *py.MemoryView:
		return s.BindBlob(position, []byte(py.BytesLike(v)))
	}
	raise(programmingError, "Error binding parameter "+py.Str(position)+": type '"+py.TypeOf(v).Name()+"' is not supported")
	return nil
}

// checkUTF8 returns a text; it raises UnicodeEncodeError if it has surrogates.
func checkUTF8(s string) string {
	if !utf8.ValidString(s) {
		py.CallMethod(s, "encode", "utf-8")
	}
	return s
}

// column is the value of a column of the current row.
func (c *cursor) column(i int) any {
	s := c.statement.stmt
	kind := s.ColumnType(i)
	if kind == sqlite3.NULL {
		return nil
	}
	if converter := c.converter(i); converter != nil {
		return py.Call(converter, py.Bytes(s.ColumnBlob(i, nil)))
	}
	switch kind {
	case sqlite3.INTEGER:
		return int(s.ColumnInt64(i))
	case sqlite3.FLOAT:
		return s.ColumnFloat(i)
	case sqlite3.BLOB:
		return py.Bytes(s.ColumnBlob(i, nil))
	}
	text := s.ColumnText(i)
	switch factory := c.connection.textFactory; factory {
	case py.StrClass:
		if !utf8.ValidString(text) {
			raise(operationalError, "Could not decode to UTF-8 column '"+s.ColumnName(i)+"' with text '"+strings.ToValidUTF8(text, "\ufffd")+"'")
		}
		return text
	case py.BytesClass:
		return py.Bytes(text)
	default:
		return py.Call(factory, py.Bytes(text))
	}
}

// converter is that of a column, nil if it has none.
func (c *cursor) converter(i int) any {
	s, detect := c.statement.stmt, c.connection.detectTypes
	if detect&parseColumnNames != 0 {
		if _, rest, ok := strings.Cut(s.ColumnName(i), "["); ok {
			if name, _, ok := strings.Cut(rest, "]"); ok {
				if converter := converters[strings.ToUpper(name)]; converter != nil {
					return converter
				}
			}
		}
	}
	if detect&parseDeclaredTypes != 0 {
		declared := s.ColumnDeclType(i)
		if end := strings.IndexAny(declared, " ("); end >= 0 {
			declared = declared[:end]
		}
		return converters[strings.ToUpper(declared)]
	}
	return nil
}

// The flags of detect_types.
const (
	parseDeclaredTypes = 1
	parseColumnNames   = 2
)

// argument is the value of an argument of a function of the program.
func argument(v sqlite3.Value) any {
	switch v.Type() {
	case sqlite3.INTEGER:
		return int(v.Int64())
	case sqlite3.FLOAT:
		return v.Float()
	case sqlite3.TEXT:
		return v.Text()
	case sqlite3.BLOB:
		return py.Bytes(v.Blob(nil))
	}
	return nil
}

// setResult makes v the result of a function of the program; false if SQLite has no
// such values.
func setResult(ctx sqlite3.Context, v any) bool {
	switch value := py.Payload(v).(type) {
	case nil:
		ctx.ResultNull()
	case int:
		ctx.ResultInt64(int64(value))
	case bool:
		ctx.ResultBool(value)
	case float64:
		ctx.ResultFloat(value)
	case string:
		ctx.ResultText(value)
	case py.Bytes, *py.ByteArray, *py.MemoryView:
		ctx.ResultBlob([]byte(py.BytesLike(v)))
	default:
		return false
	}
	return true
}
