package py

import (
	"bytes"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

// A program with many tasks or objects spends much of its time on the first
// touch of memory, a page of 4 KB at a time. Where the kernel gives huge pages
// only to who asks for them (its usual setting, madvise), a heap that begins to
// grow asks: it reserves a stretch of addresses, marks it, and frees it at once.
// The memory allocator fills it from then on. Nothing becomes resident by that.

// pageReserve is the length in bytes of what is marked.
const pageReserve = 512 << 20

// UseHugePages makes the heap grow into huge pages from now on, where the
// system has them for the asking. It is called when it is known that the heap
// is going to grow; calls after the first have no effect.
var UseHugePages = sync.OnceFunc(func() {
	if !hugePagesOnRequest() || addressesLimited() {
		return
	}
	// Without the collector: it would count the reserve as part of the heap.
	percent := debug.SetGCPercent(-1)
	var reserve strings.Builder // its memory is not cleared
	reserve.Grow(pageReserve)
	reserve.WriteByte(0)
	_ = syscall.Madvise(unsafe.Slice(unsafe.StringData(reserve.String()), pageReserve), syscall.MADV_HUGEPAGE)
	debug.SetGCPercent(percent)
	runtime.GC()
})

// hugePagesOnRequest reports whether the kernel gives huge pages where a process
// asks for them.
func hugePagesOnRequest() bool {
	text, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	return err == nil && bytes.Contains(text, []byte("[madvise]"))
}

// addressesLimited reports whether the process must be sparing of addresses,
// though it does not use the memory.
func addressesLimited() bool {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &limit) != nil || limit.Cur < 1<<46 {
		return true
	}
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return true
	}
	const never = "2"
	mode, err := os.ReadFile("/proc/sys/vm/overcommit_memory")
	return err != nil || string(bytes.TrimSpace(mode)) == never
}
