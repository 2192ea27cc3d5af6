//go:build !linux

package asyncio

// monotonicSeconds is the start of the clock where the system's own is not
// read.
func monotonicSeconds() float64 { return 0 }
