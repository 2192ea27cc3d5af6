package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var appStorageMemoryLoaded bool

type MemoryStore struct {
	StoreBase
	rows *py.Dict[string, any]
}

func newMemoryStore(rows *py.Dict[string, any]) *MemoryStore {
	m := &MemoryStore{}
	m.rows = rows
	return m
}

func (m *MemoryStore) get(ctx context.Context, key string) (any, error) {
	return m.rows.OrNone(key), nil
}

func (m *MemoryStore) length() any {
	return m.rows.Len()
}

func (m *MemoryStore) iterate() any {
	return py.GetIter(m.rows)
}

func (m *MemoryStore) contains(key any) bool {
	return py.Contains(m.rows, key)
}

func (m *MemoryStore) item(key string) any {
	return m.rows.Get(key)
}

// importAppStorageMemory runs the module app.storage.memory when it is first imported.
func importAppStorageMemory() {
	if appStorageMemoryLoaded {
		return
	}
	appStorageMemoryLoaded = true

	importApp()
	importAppStorage()
	importAppStorageBase()
	py.StructClass[MemoryStore](
		"app.storage.memory.MemoryStore",
		[]any{storeClass},
		py.Kw{Name: "get", Value: py.AsyncFunc("MemoryStore.get(self, key)", (*MemoryStore).get)},
		py.Kw{Name: "__len__", Value: py.Func("MemoryStore.__len__(self)", (*MemoryStore).length)},
		py.Kw{Name: "__iter__", Value: py.Func("MemoryStore.__iter__(self)", (*MemoryStore).iterate)},
		py.Kw{Name: "__contains__", Value: py.Func("MemoryStore.__contains__(self, key)", (*MemoryStore).contains)},
		py.Kw{Name: "__getitem__", Value: py.Func("MemoryStore.__getitem__(self, key)", (*MemoryStore).item)},
	)
}
