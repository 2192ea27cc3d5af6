package executor

import "github.com/pyasync2go/pyasync2go/runtime/py"

// NameKey is the key in py.Thread.Data of the thread's name.
type NameKey struct{}

// NewThread makes the state of a new thread with a name.
func NewThread(name string) *py.Thread {
	return &py.Thread{Data: map[any]any{NameKey{}: name}}
}

// ThreadName is the name of a thread.
func ThreadName(t *py.Thread) string {
	if name, ok := t.Data[NameKey{}].(string); ok {
		return name
	}
	return "MainThread"
}
