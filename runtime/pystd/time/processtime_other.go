//go:build !unix

package time

// processTime is time.process_time, for which the running time stands here.
func processTime() float64 { return PerfCounter() }
