package sqlite3

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func quotedName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quotedValue(value string) string { return "'" + strings.ReplaceAll(value, "'", "''") + "'" }

// dump is iterdump: the statements that make the database again.
func dump(self any, c *connection, filter any) any {
	return py.NewGenerator("_iterdump", func(y *py.Yielder) any {
		cur := newCursor()
		cur.connection = c
		query := func(sql string, parameters ...any) *py.List[any] {
			cur.execute(sql, false, func(yield func(any) bool) { yield(py.Tuple(parameters)) })
			return cur.fetch(cur, -1)
		}
		if query("PRAGMA foreign_key_check").Len() > 0 {
			y.Yield("PRAGMA foreign_keys=OFF;")
		}
		y.Yield("BEGIN TRANSACTION;")
		clause, parameters := "", []any{}
		if py.Truth(filter) {
			clause, parameters = `AND "name" LIKE ?`, []any{filter}
		}
		d := &dumping{query: query, yield: func(sql string) { y.Yield(sql) }}
		for r := range query(`SELECT "name", "type", "sql" FROM "sqlite_master" WHERE "sql" NOT NULL AND "type" == 'table' `+
			clause+` ORDER BY "name"`, parameters...).All() {
			d.table(py.GetItem(r, 0).(string), py.GetItem(r, 2).(string))
		}
		for r := range query(`SELECT "name", "type", "sql" FROM "sqlite_master" WHERE "sql" NOT NULL AND `+
			`"type" IN ('index', 'trigger', 'view') `+clause, parameters...).All() {
			y.Yield(py.Str(py.GetItem(r, 2)) + ";")
		}
		if d.writableSchema {
			y.Yield("PRAGMA writable_schema=OFF;")
		}
		for _, sql := range d.sequence {
			y.Yield(sql + ";")
		}
		y.Yield("COMMIT;")
		return nil
	})
}

// dumping is a dump in progress.
type dumping struct {
	query          func(sql string, parameters ...any) *py.List[any]
	yield          func(sql string)
	writableSchema bool
	sequence       []string // the statements about sqlite_sequence, which come last
}

// table writes a table and its rows.
func (d *dumping) table(name, sql string) {
	switch {
	case name == "sqlite_sequence":
		d.sequence = []string{`DELETE FROM "sqlite_sequence"`}
		for r := range d.query(`SELECT * FROM "sqlite_sequence";`).All() {
			d.sequence = append(d.sequence, `INSERT INTO "sqlite_sequence" VALUES(`+quotedValue(py.Str(py.GetItem(r, 0)))+","+
				py.Str(py.GetItem(r, 1))+")")
		}
		return
	case name == "sqlite_stat1":
		d.yield(`ANALYZE "sqlite_master";`)
	case strings.HasPrefix(name, "sqlite_"):
		return
	case strings.HasPrefix(sql, "CREATE VIRTUAL TABLE"):
		if !d.writableSchema {
			d.writableSchema = true
			d.yield("PRAGMA writable_schema=ON;")
		}
		d.yield("INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table'," +
			quotedValue(name) + "," + quotedValue(name) + ",0," + quotedValue(sql) + ");")
	default:
		d.yield(sql + ";")
	}
	var columns []string
	for r := range d.query("PRAGMA table_info(" + quotedName(name) + ")").All() {
		columns = append(columns, "||quote("+quotedName(py.Str(py.GetItem(r, 1)))+")||")
	}
	rows := d.query("SELECT 'INSERT INTO " + quotedName(name) + " VALUES('" + strings.Join(columns, "','") + "')' FROM " + quotedName(name) + ";")
	for r := range rows.All() {
		d.yield(py.Str(py.GetItem(r, 0)) + ";")
	}
}
