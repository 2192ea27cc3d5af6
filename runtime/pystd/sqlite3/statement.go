package sqlite3

import (
	"strings"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A statement is a prepared one. stmt is nil for a text without SQL.
type statement struct {
	sql  string
	stmt *sqlite3.Stmt
	// changes says that it is an INSERT, UPDATE, DELETE or REPLACE.
	changes bool
	// used says that a cursor has it.
	used bool
}

// prepare returns the statement of a text, an idle one of before if there is one.
func (c *connection) prepare(sql string) *statement {
	if s := c.cache[sql]; s != nil && !s.used {
		s.used = true
		return s
	}
	if strings.ContainsRune(sql, 0) {
		raise(programmingError, "the query contains a null character")
	}
	stmt, tail, err := c.db.Prepare(checkUTF8(sql))
	if sweepFor(err) {
		stmt, tail, err = c.db.Prepare(sql)
	}
	check(err)
	if skipBlank(tail) != "" {
		stmt.Close()
		raise(programmingError, "You can only execute one statement at a time.")
	}
	s := &statement{sql: sql, stmt: stmt, changes: isChange(sql), used: true}
	if stmt != nil && len(c.cache) < c.cacheSize {
		c.cache[sql] = s
	}
	return s
}

// release makes a statement that a cursor is done with idle.
func (c *connection) release(s *statement) {
	if s.stmt == nil || c.db == nil {
		return
	}
	s.used = false
	if c.cache[s.sql] == s {
		// What resetting reports has been reported by the last step.
		_ = s.stmt.Reset()
		return
	}
	_ = s.stmt.Close()
}

// skipBlank drops the blanks and comments at the start of a text of SQL.
func skipBlank(sql string) string {
	for {
		sql = strings.TrimLeft(sql, " \t\f\n\r")
		switch {
		case strings.HasPrefix(sql, "--"):
			_, rest, ok := strings.Cut(sql, "\n")
			if !ok {
				return ""
			}
			sql = rest
		case strings.HasPrefix(sql, "/*"):
			_, rest, ok := strings.Cut(sql[2:], "*/")
			if !ok {
				return ""
			}
			sql = rest
		default:
			return sql
		}
	}
}

func isChange(sql string) bool {
	sql = skipBlank(sql)
	for _, verb := range []string{"INSERT", "UPDATE", "DELETE", "REPLACE"} {
		if len(sql) >= len(verb) && strings.EqualFold(sql[:len(verb)], verb) {
			return true
		}
	}
	return false
}

// bindAll gives the parameters of a statement their values.
func (s *statement) bindAll(parameters any) {
	needed := 0
	if s.stmt != nil {
		needed = s.stmt.BindCount()
	}
	_, isDict := py.Payload(parameters).(interface{ Len() int })
	isDict = isDict && py.IsInstance(parameters, py.DictClass)
	switch {
	case py.IsInstance(parameters, py.Tuple{py.TupleClass, py.ListClass}) || !isDict && isSequence(parameters):
		if n := py.Len(parameters); n != needed {
			raise(programmingError, "Incorrect number of bindings supplied. The current statement uses "+py.Str(needed)+
				", and there are "+py.Str(n)+" supplied.")
		}
		for i := range needed {
			check(bind(s.stmt, i+1, py.GetItem(parameters, i)))
		}
	case isDict || py.HasAttr(parameters, "__getitem__"):
		for i := range needed {
			check(bind(s.stmt, i+1, named(parameters, i+1, s.stmt.BindName(i+1))))
		}
	default:
		raise(programmingError, "parameters are of unsupported type")
	}
}

// isSequence reports whether an object that is no dict has items by number.
func isSequence(o any) bool {
	return py.HasAttr(o, "__getitem__") && py.HasAttr(o, "__len__") && !py.HasAttr(o, "keys")
}

// named is the value of a parameter that has a name.
func named(parameters any, position int, name string) any {
	if name == "" {
		raise(programmingError, "Binding "+py.Str(position)+" has no name, but you supplied a dictionary (which has only names).")
	}
	name = name[1:]
	var value any
	err := py.Try(func() error {
		value = py.GetItem(parameters, name)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.LookupError) {
			panic(py.AsException(err))
		}
		raise(programmingError, "You did not supply a value for binding parameter :"+name+".")
	}
	return value
}

// text returns the SQL that is the first argument of a function.
func text(function string, sql any) string {
	s, ok := py.Payload(sql).(string)
	if !ok {
		panic(exc.TypeError("%s() argument 1 must be str, not %s", function, py.TypeOf(sql).Name()))
	}
	return s
}
