package asyncio

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// signalHandlers delivers signals to a loop.
type signalHandlers struct {
	channel  chan os.Signal
	done     chan struct{}
	handlers map[syscall.Signal]*Handle
}

// addSignalHandler is loop.add_signal_handler.
func (l *Loop) addSignalHandler(sig syscall.Signal, h *Handle) {
	if l.signals == nil {
		s := &signalHandlers{
			channel:  make(chan os.Signal, 64),
			done:     make(chan struct{}),
			handlers: map[syscall.Signal]*Handle{},
		}
		l.signals = s
		go s.forward(l)
	}
	l.signals.handlers[sig] = h
	if sig == syscall.SIGINT {
		l.ownedInterrupt = true
	}
	if SignalTaken != nil {
		SignalTaken(int(sig), true)
	}
	signal.Notify(l.signals.channel, sig)
}

// SignalTaken is called when a loop takes a signal over, which replaces the
// handler that the program set for it, and when it gives the signal back. The
// module signal sets it.
var SignalTaken func(number int, taken bool)

// forward passes signals on to the loop.
func (s *signalHandlers) forward(l *Loop) {
	defer close(s.done)
	for sig := range s.channel {
		number, ok := sig.(syscall.Signal)
		if !ok {
			continue
		}
		l.post(callbackFunc(func(*promise) {
			if h := s.handlers[number]; h != nil && !h.cancelled {
				l.enqueue(h, nil)
			}
		}), nil)
	}
}

// removeSignalHandler is loop.remove_signal_handler.
func (l *Loop) removeSignalHandler(sig syscall.Signal) bool {
	if l.signals == nil || l.signals.handlers[sig] == nil {
		return false
	}
	delete(l.signals.handlers, sig)
	signal.Stop(l.signals.channel)
	for other := range l.signals.handlers {
		signal.Notify(l.signals.channel, other)
	}
	if SignalTaken != nil {
		SignalTaken(int(sig), false)
	}
	return true
}

func (l *Loop) closeSignals() {
	if s := l.signals; s != nil {
		for sig := range s.handlers {
			l.removeSignalHandler(sig)
		}
		l.signals = nil
		signal.Stop(s.channel)
		close(s.channel)
		<-s.done
	}
}

// interruptHook lets the module signal see whether SIGINT has its default
// meaning, KeyboardInterrupt, and know that a Runner takes it over.
var interruptHook struct {
	sync.Mutex
	customized bool
}

// CustomizeInterrupt tells asyncio whether the program has set a handler of its
// own for SIGINT; then Runner leaves the signal alone.
func CustomizeInterrupt(custom bool) {
	interruptHook.Lock()
	interruptHook.customized = custom
	interruptHook.Unlock()
}

func interruptCustomized() bool {
	interruptHook.Lock()
	defer interruptHook.Unlock()
	return interruptHook.customized
}

// interceptInterrupt lets SIGINT interrupt the runner while its main task runs,
// and returns a function that ends this.
func interceptInterrupt(r *Runner, t *task) func() {
	if interruptCustomized() || signal.Ignored(os.Interrupt) || py.CurrentThread() != py.MainThread() {
		return func() {}
	}
	channel := make(chan os.Signal, 4)
	done := make(chan struct{})
	signal.Notify(channel, os.Interrupt)
	l := r.loop
	l.ownedInterrupt = false
	go func() {
		defer close(done)
		for range channel {
			l.post(callbackFunc(func(*promise) { r.interrupt(t) }), nil)
		}
	}()
	return func() {
		signal.Stop(channel)
		close(channel)
		<-done
	}
}

// Interrupt ends the loop with an exception that a signal handler raised, as if
// the code that runs in the loop had raised it.
func (l *Loop) Interrupt(err error) {
	l.post(callbackFunc(func(*promise) { l.fatal = err }), nil)
}
