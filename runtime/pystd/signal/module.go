// Package signal is Python's module signal. A handler runs in the main thread's
// name as soon as that does not hold the interpreter lock.
package signal

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

// Module is the Python module signal.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("signal", "This module provides mechanisms to use signal handlers in Python.")
	members := py.ListOf[any]()
	for _, s := range signals {
		members.Append(py.Tuple{s.name, s.number})
	}
	intEnum := enum.Module().Attr("IntEnum")
	inModule := py.Kwargs{{Name: "module", Value: "signal"}}
	signalClass = py.CallKw(intEnum, []any{"Signals", members}, inModule)
	handlerClass = py.CallKw(intEnum, []any{"Handlers", py.ListOf[any](py.Tuple{"SIG_DFL", 0}, py.Tuple{"SIG_IGN", 1})}, inModule)
	m.Set("Signals", signalClass)
	m.Set("Handlers", handlerClass)
	for _, s := range signals {
		m.Set(s.name, py.GetAttr(signalClass, s.name))
	}
	m.Set("SIG_DFL", py.GetAttr(handlerClass, "SIG_DFL"))
	m.Set("SIG_IGN", py.GetAttr(handlerClass, "SIG_IGN"))
	m.Set("NSIG", 65)
	m.Set("ITIMER_REAL", 0)
	defaultInterrupt = m.Builtin("default_int_handler(signalnum, frame, /)", func(_, _ any) any {
		py.Raise(py.NewKeyboardInterrupt())
		return nil
	}).Module("_signal")
	m.Func("signal(signalnum, handler)", setHandler)
	m.Func("getsignal(signalnum)", func(number any) any { return handlerOf(signalNumber(number)) })
	m.Builtin("raise_signal(signalnum, /)", func(number any) any {
		return raiseSignal(signalNumber(number))
	}).Module("_signal")
	m.Builtin("strsignal(signalnum, /)", func(number any) any {
		if text, ok := descriptions[signalNumber(number)]; ok {
			return text
		}
		return nil
	}).Module("_signal")
	m.Func("valid_signals()", func() any {
		all := py.SetOf[any]()
		for _, s := range signals {
			all.Add(py.GetAttr(signalClass, s.name))
		}
		return all
	})
	m.Builtin("alarm(seconds, /)", func(seconds any) any { return alarm(py.Float(seconds)) }).Module("_signal")
	m.Builtin("setitimer(which, seconds, interval=0.0, /)", func(_, seconds, _ any) any {
		return py.Tuple{float64(alarm(py.Float(seconds))), 0.0}
	}).Module("_signal")
	m.Builtin("pause()", func() any { return pause() }).Module("_signal")
	m.Builtin("siginterrupt(signalnum, flag, /)", func(_, _ any) any { return nil }).Module("_signal")
	return m
})

var (
	signalClass      any
	handlerClass     any
	defaultInterrupt *py.Function

	// handlers are guarded by the interpreter lock.
	handlers = map[int]any{}
	channels = map[int]chan os.Signal{}
	arrived  = make(chan struct{}, 1)
	ticking  *time.Timer
	alarmEnd time.Time
)

// signalNumber checks the number of a signal.
func signalNumber(number any) int {
	n, ok := py.Payload(number).(int)
	if !ok {
		py.Raise(py.NewTypeError("'" + py.TypeOf(number).Name() + "' object cannot be interpreted as an integer"))
	}
	if n < 1 || n > 64 {
		py.Raise(py.NewValueError("signal number out of range"))
	}
	return n
}

// handlerOf is the handler of a signal as getsignal returns it.
func handlerOf(number int) any {
	if h, ok := handlers[number]; ok {
		return h
	}
	if number == int(syscall.SIGINT) {
		return defaultInterrupt
	}
	return py.GetAttr(handlerClass, "SIG_DFL")
}

func init() {
	asyncio.SignalTaken = func(number int, taken bool) {
		stopDelivery(number)
		delete(handlers, number)
		if taken {
			handlers[number] = py.BuiltinFunc("_sighandler_noop(signum, frame)", func(_, _ any) any { return nil })
		}
	}
}

// stopDelivery ends the goroutine that runs the handler of a signal.
func stopDelivery(number int) {
	if c := channels[number]; c != nil {
		signal.Stop(c)
		close(c)
		delete(channels, number)
	}
}

// startThreads turns the interpreter lock on: handlers run in another goroutine.
var startThreads = sync.OnceFunc(func() { py.StartThread(func() {}) })

func setHandler(signalnum, handler any) any {
	number := signalNumber(signalnum)
	if py.CurrentThread() != py.MainThread() {
		py.Raise(py.NewValueError("signal only works in main thread of the main interpreter"))
	}
	if number == int(syscall.SIGKILL) || number == int(syscall.SIGSTOP) {
		py.Raise(py.NewErrno(syscall.EINVAL))
	}
	previous := handlerOf(number)
	action, isAction := py.Payload(handler).(int)
	if !isAction && !py.Truth(py.Call(py.Builtin("callable"), handler)) {
		py.Raise(py.NewTypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"))
	}
	handlers[number] = handler
	if isAction {
		handlers[number] = py.Call(handlerClass, action)
	}
	sig := syscall.Signal(number)
	stopDelivery(number)
	if number == int(syscall.SIGINT) {
		asyncio.CustomizeInterrupt(handler != any(defaultInterrupt))
	}
	switch {
	case isAction && action == 1:
		signal.Ignore(sig)
	case isAction || handler == any(defaultInterrupt):
		signal.Reset(sig)
	default:
		startThreads()
		c := make(chan os.Signal, 64)
		channels[number] = c
		signal.Notify(c, sig)
		go deliver(number, c)
	}
	return previous
}

// deliver runs the handler of a signal in the name of the main thread.
func deliver(number int, c <-chan os.Signal) {
	for range c {
		py.Lock(py.MainThread())
		run(number)
		py.Unlock()
		select {
		case arrived <- struct{}{}:
		default:
		}
	}
}

// run calls the handler of a signal. An exception of the handler ends the
// program, or the loop that runs in the main thread.
func run(number int) {
	handler := handlers[number]
	err := py.Try(func() error {
		py.Call(handler, number, nil)
		return nil
	})
	if err == nil {
		return
	}
	if l, ok := py.MainThread().Loop.(*asyncio.Loop); ok && l != nil {
		l.Interrupt(err)
		return
	}
	os.Exit(py.Run(func() error { return err }))
}

// raiseSignal sends a signal to this process. A handler of the program has run
// when it returns.
func raiseSignal(number int) any {
	if channels[number] != nil {
		py.Call(handlers[number], number, nil)
		return nil
	}
	if number == int(syscall.SIGINT) && handlerOf(number) == any(defaultInterrupt) {
		py.Raise(py.NewKeyboardInterrupt())
	}
	if err := syscall.Kill(os.Getpid(), syscall.Signal(number)); err != nil {
		py.Raise(py.AsException(err))
	}
	return nil
}

// alarm is signal.alarm(seconds): SIGALRM is sent after that time. It returns
// the seconds that an earlier alarm had left.
func alarm(seconds float64) int {
	left := 0
	if ticking != nil && ticking.Stop() {
		left = int(time.Until(alarmEnd).Seconds() + 0.5)
	}
	ticking = nil
	if seconds > 0 {
		d := time.Duration(seconds * float64(time.Second))
		alarmEnd = time.Now().Add(d)
		ticking = time.AfterFunc(d, func() { _ = syscall.Kill(os.Getpid(), syscall.SIGALRM) })
	}
	return left
}

// pause is signal.pause(): it waits until a handler has run.
func pause() any {
	select {
	case <-arrived:
	default:
	}
	py.Blocking(func() { <-arrived })
	return nil
}

// Name is the name of a signal: "SIGTERM".
func Name(number int) string {
	for _, s := range signals {
		if s.number == number {
			return s.name
		}
	}
	return fmt.Sprintf("signal %d", number)
}
