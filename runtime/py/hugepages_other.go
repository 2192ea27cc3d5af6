//go:build !linux

package py

// UseHugePages does something only on Linux.
func UseHugePages() {}
