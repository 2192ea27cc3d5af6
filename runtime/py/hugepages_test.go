package py

import (
	"runtime"
	"testing"
)

// TestUseHugePages holds the reserve to taking no memory: it is neither resident
// nor live afterwards.
func TestUseHugePages(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	UseHugePages()
	UseHugePages()
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 1<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
	if after.NextGC > before.NextGC+64<<20 {
		t.Errorf("the next collection moved from %d to %d", before.NextGC, after.NextGC)
	}
}
