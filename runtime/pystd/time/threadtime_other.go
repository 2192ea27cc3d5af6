//go:build !linux

package time

// threadTime is time.thread_time, for which the processor time of the program
// stands here.
func threadTime() float64 { return processTime() }
