package time

import "syscall"

// threadTime is time.thread_time: the processor time of the thread.
func threadTime() float64 {
	const rusageThread = 1
	var usage syscall.Rusage
	if syscall.Getrusage(rusageThread, &usage) != nil {
		return processTime()
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
