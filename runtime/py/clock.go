package py

import "time"

var (
	clockStart = time.Now()
	clockBase  = clockNanoseconds()
)

// MonotonicNs is time.monotonic_ns(): nanoseconds since an arbitrary point in
// the past. The event loop's clock and those of the module time are this one.
func MonotonicNs() int { return int(clockBase + int64(time.Since(clockStart))) }
