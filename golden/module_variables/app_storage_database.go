package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var appStorageDatabaseLoaded bool

type Database struct {
	name   string
	rows   *py.Dict[string, any]
	closed bool
}

func newDatabase(name string) *Database {
	return &Database{name: name, rows: py.DictOf[string, any](), closed: false}
}

func (d *Database) put(key string, value int) {
	d.rows.Set(key, value)
}

func (d *Database) get(key string) (any, error) {
	var result any
	err := py.Try(func() error {
		result = d.rows.Get(key)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return nil, err
		}
		return nil, py.WithContext(py.From(newNotFound(key), nil), err)
	}
	return result, nil
}

func (d *Database) enterAsync(ctx context.Context) (*Database, error) {
	return d, nil
}

func (d *Database) exitAsync(ctx context.Context, t, e, tb any) error {
	d.closed = true
	return nil
}

// importAppStorageDatabase runs the module app.storage.database when it is first imported.
func importAppStorageDatabase() {
	if appStorageDatabaseLoaded {
		return
	}
	appStorageDatabaseLoaded = true

	importApp()
	importAppStorage()
	importAppStorageBase()
	py.StructClass[Database](
		"app.storage.database.Database",
		nil,
		py.Kw{Name: "get", Value: py.Func("Database.get(self, key)", (*Database).get)},
		py.Kw{Name: "__aenter__", Value: py.AsyncFunc("Database.__aenter__(self)", (*Database).enterAsync)},
		py.Kw{Name: "__aexit__", Value: py.AsyncFunc("Database.__aexit__(self, t, e, tb)", (*Database).exitAsync)},
	)
}
