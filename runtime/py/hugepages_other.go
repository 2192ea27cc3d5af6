//go:build !linux

package py

// watchHeap does something only on Linux.
func watchHeap() {}

// UseHugePages does something only on Linux.
func UseHugePages() {}
