package py

import (
	"os"
	"runtime"
	"runtime/debug"
)

// The garbage collector runs when the heap has grown by as much as is live. For
// a program that allocates much and keeps little that is often: most of its
// objects die young. Where memory is worth more than time GOGC says so, and the
// settings here are not used.

const (
	// smallHeap is the size in bytes below which a heap has no use for huge pages.
	smallHeap = 4 << 20
	// fewCollections is how many collections a program with a small heap can
	// do before it counts as one that allocates much.
	fewCollections = 4
	// garbageRoom is the garbage in bytes that is worth no collection.
	garbageRoom = 32 << 20
	// defaultGrowth is Go's own setting, in percent of what is live.
	defaultGrowth = 100
	// maxGrowth bounds how much of a small heap is garbage.
	maxGrowth = 400
)

// watchHeap looks at the heap after every garbage collection, of which a
// finalizer tells: it makes the heap grow into huge pages once there is use for
// them, and leaves room for garbage from then on.
func watchHeap() {
	_, chosen := os.LookupEnv("GOGC")
	runtime.SetFinalizer(&heapWatch{growth: defaultGrowth, chosen: chosen}, (*heapWatch).collected)
}

// heapWatch is what watchHeap knows of the collector.
type heapWatch struct {
	growth int
	// chosen tells that the user set the growth.
	chosen bool
}

func (w *heapWatch) collected() {
	runtime.SetFinalizer(w, (*heapWatch).collected)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	// The next collection is due when what is live has grown by w.growth.
	live := m.NextGC * 100 / uint64(100+w.growth)
	if live < smallHeap && m.NumGC < fewCollections {
		return
	}
	UseHugePages()
	if !w.chosen {
		w.leaveRoom(live)
	}
}

// leaveRoom sets the growth for a heap of which so many bytes are live.
func (w *heapWatch) leaveRoom(live uint64) {
	growth := int(min(max(garbageRoom*100/max(live, 1), defaultGrowth), maxGrowth))
	// A setting that is not ours is the program's, which has turned the collector off.
	if growth == w.growth {
		return
	}
	if was := debug.SetGCPercent(growth); was != w.growth {
		debug.SetGCPercent(was)
		return
	}
	w.growth = growth
}
