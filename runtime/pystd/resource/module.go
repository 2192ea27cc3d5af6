// Package resource is Python's module resource: what the process uses, and what
// it may use.
// https://docs.python.org/3.13/library/resource.html
package resource

import (
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/structseq"
)

var usageType = structseq.New("resource", "struct_rusage", []string{
	"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
	"ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
}, nil)

// limits are the resources of Linux by their numbers.
var limits = map[string]int{
	"RLIMIT_CPU": 0, "RLIMIT_FSIZE": 1, "RLIMIT_DATA": 2, "RLIMIT_STACK": 3, "RLIMIT_CORE": 4, "RLIMIT_RSS": 5,
	"RLIMIT_NPROC": 6, "RLIMIT_NOFILE": 7, "RLIMIT_OFILE": 7, "RLIMIT_MEMLOCK": 8, "RLIMIT_AS": 9,
	"RLIMIT_SIGPENDING": 11, "RLIMIT_MSGQUEUE": 12, "RLIMIT_NICE": 13, "RLIMIT_RTPRIO": 14, "RLIMIT_RTTIME": 15,
}

func usage(who any) any {
	var u syscall.Rusage
	switch err := syscall.Getrusage(number(who), &u); err {
	case nil:
	case syscall.EINVAL:
		panic(exc.ValueError("invalid who parameter"))
	default:
		py.Raise(py.NewErrno(err.(syscall.Errno)))
	}
	seconds := func(t syscall.Timeval) any { return float64(t.Sec) + float64(t.Usec)*1e-6 }
	return usageType.Make(py.Tuple{
		seconds(u.Utime), seconds(u.Stime), int(u.Maxrss), int(u.Ixrss), int(u.Idrss), int(u.Isrss), int(u.Minflt), int(u.Majflt),
		int(u.Nswap), int(u.Inblock), int(u.Oublock), int(u.Msgsnd), int(u.Msgrcv), int(u.Nsignals), int(u.Nvcsw), int(u.Nivcsw),
	})
}

func number(v any) int { return py.As[int](py.Index(v)) }

func limit(resource any) any {
	var l syscall.Rlimit
	check(syscall.Getrlimit(known(resource), &l))
	return py.Tuple{amount(l.Cur), amount(l.Max)}
}

func setLimit(resource, limits any) any {
	pair := py.TupleFrom(py.Iter(limits))
	if len(pair) != 2 {
		panic(exc.ValueError("expected a tuple of 2 integers"))
	}
	check(syscall.Setrlimit(known(resource), &syscall.Rlimit{Cur: uint64(number(pair[0])), Max: uint64(number(pair[1]))}))
	return nil
}

func known(resource any) int {
	n := number(resource)
	if n < 0 || n > 15 {
		panic(exc.ValueError("invalid resource specified"))
	}
	return n
}

// amount is a limit as Python has it: -1 for none.
func amount(n uint64) any { return int(int64(n)) }

func check(err error) {
	switch err {
	case nil:
	case syscall.EINVAL:
		panic(exc.ValueError("current limit exceeds maximum limit"))
	case syscall.EPERM:
		panic(exc.ValueError("not allowed to raise maximum limit"))
	default:
		py.Raise(py.NewErrno(err.(syscall.Errno)))
	}
}

// Module is the module resource.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("resource", "")
	for name, n := range limits {
		m.Set(name, n)
	}
	m.Set("RLIM_INFINITY", -1)
	m.Set("RUSAGE_SELF", 0).Set("RUSAGE_CHILDREN", -1).Set("RUSAGE_THREAD", 1)
	m.Set("error", py.OSError)
	m.Set("struct_rusage", usageType.Class)
	m.Builtin("getrusage(who, /)", usage)
	m.Builtin("getrlimit(resource, /)", limit)
	m.Builtin("setrlimit(resource, limits, /)", setLimit)
	m.Builtin("getpagesize()", func() any { return syscall.Getpagesize() })
	return m
})
