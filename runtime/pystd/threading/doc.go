// Package threading is Python's module threading on goroutines that hold the
// interpreter lock of package py while they run.
package threading
