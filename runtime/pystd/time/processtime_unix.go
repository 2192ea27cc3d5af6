//go:build unix

package time

import "syscall"

// processTime is time.process_time: the processor time of the program.
func processTime() float64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return PerfCounter()
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
