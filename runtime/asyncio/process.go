package asyncio

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// processProtocol is what a SubprocessTransport calls.
type processProtocol interface {
	connectionMade(transport any)
	pipeDataReceived(fd int, data []byte)
	pipeConnectionLost(fd int, err error)
	processExited()
	connectionLost(err error)
	pauseWriting()
	resumeWriting()
}

// SubprocessTransport is the transport of a child process.
type SubprocessTransport struct {
	py.Attributes
	loop        *Loop
	protocol    processProtocol
	child       *spawn.Child
	pid         int
	returncode  int
	exited      bool
	closed      bool
	finished    bool
	pipes       [3]*processPipe
	pending     []func()
	connected   bool
	exitWaiters []*Future[any]
}

// processPipe is the protocol of one pipe of a child process.
type processPipe struct {
	process      *SubprocessTransport
	fd           int
	transport    *Transport
	disconnected bool
}

func (p *processPipe) connectionMade(transport any) { p.transport = transport.(*Transport) }

func (p *processPipe) dataReceived(data []byte) {
	data = bytes.Clone(data) // the call is made later
	p.process.call(func() { p.process.protocol.pipeDataReceived(p.fd, data) })
}

func (p *processPipe) eofReceived() bool { return false }

func (p *processPipe) connectionLost(err error) {
	p.disconnected = true
	p.process.call(func() { p.process.protocol.pipeConnectionLost(p.fd, err) })
	p.process.tryFinish()
}

func (p *processPipe) pauseWriting() { p.process.protocol.pauseWriting() }

func (p *processPipe) resumeWriting() { p.process.protocol.resumeWriting() }

// PyClass is the class of pipe protocols.
func (p *processPipe) PyClass() *py.Class { return BaseProtocolClass }

// startProcess starts a child process and waits until its pipes are connected.
func (l *Loop) startProcess(ctx context.Context, p processProtocol, c spawn.Command) (*SubprocessTransport, error) {
	child, err := spawn.Start(c)
	if err != nil {
		return nil, err
	}
	t := &SubprocessTransport{loop: l, protocol: p, child: child, pid: child.Process.Pid}
	for fd, file := range []*os.File{child.Stdin, child.Stdout, child.Stderr} {
		if file != nil {
			t.pipes[fd] = &processPipe{process: t, fd: fd}
		}
	}
	waiter := newFuture[any](l)
	l.createTaskAny(py.NewCoroutine("BaseSubprocessTransport._connect_pipes", func(ctx context.Context) (any, error) {
		return nil, t.connectPipes(ctx, waiter)
	}), nil)
	go func() {
		returncode := child.Wait()
		l.post(callbackFunc(func(*promise) { l.guard(func() { t.processExited(returncode) }) }), nil)
	}()
	if _, err := waiter.Await(ctx); err != nil {
		t.Close()
		_, _ = t.Wait(ctx)
		return nil, err
	}
	return t, nil
}

// connectPipes makes the transports of the pipes.
func (t *SubprocessTransport) connectPipes(ctx context.Context, waiter *Future[any]) error {
	l := t.loop
	for fd, file := range []*os.File{t.child.Stdin, t.child.Stdout, t.child.Stderr} {
		if file == nil {
			continue
		}
		kind := readPipeTransport
		if fd == 0 {
			kind = writePipeTransport
		}
		number, err := takeFD(file)
		if err == nil {
			pipe := t.pipes[fd]
			_, err = l.attach(ctx, kind, number, func() protocol { return pipe }, nil, map[string]any{"pipe": nil})
		}
		if err != nil {
			if !waiter.Cancelled() {
				waiter.SetException(err)
			}
			return nil
		}
	}
	l.soon(func() { t.protocol.connectionMade(t) })
	t.connected = true
	for _, call := range t.pending {
		l.soon(call)
	}
	t.pending = nil
	if !waiter.Cancelled() {
		waiter.SetResult(nil)
	}
	return nil
}

// takeFD takes the file descriptor of a file over from package os.
func takeFD(file *os.File) (int, error) {
	fd, err := syscall.Dup(int(file.Fd()))
	_ = file.Close()
	if err != nil {
		return -1, py.AsException(err)
	}
	syscall.CloseOnExec(fd)
	return fd, setNonblocking(fd)
}

// call schedules a call of the protocol, after connection_made.
func (t *SubprocessTransport) call(f func()) {
	if !t.connected {
		t.pending = append(t.pending, f)
		return
	}
	t.loop.soon(f)
}

func (t *SubprocessTransport) processExited(returncode int) {
	t.returncode, t.exited = returncode, true
	t.call(t.protocol.processExited)
	t.tryFinish()
}

func (t *SubprocessTransport) tryFinish() {
	if !t.exited || t.finished {
		return
	}
	for _, p := range t.pipes {
		if p != nil && !p.disconnected {
			return
		}
	}
	t.finished = true
	t.call(func() {
		defer func() {
			for _, w := range t.exitWaiters {
				if !w.Cancelled() {
					w.SetResult(t.returncode)
				}
			}
			t.exitWaiters = nil
			t.child = nil
		}()
		t.protocol.connectionLost(nil)
	})
}

// Close is SubprocessTransport.close(): it closes the pipes and kills a child
// that still runs.
func (t *SubprocessTransport) Close() {
	if t.closed {
		return
	}
	t.closed = true
	for _, p := range t.pipes {
		if p != nil && p.transport != nil {
			p.transport.close()
		}
	}
	if t.child != nil && !t.exited {
		_ = t.child.Signal(int(syscall.SIGKILL))
	}
}

// Wait waits for the end of the child and returns its return code.
func (t *SubprocessTransport) Wait(ctx context.Context) (int, error) {
	if t.exited {
		return t.returncode, nil
	}
	w := newFuture[any](t.loop)
	t.exitWaiters = append(t.exitWaiters, w)
	if _, err := w.Await(ctx); err != nil {
		return 0, err
	}
	return t.returncode, nil
}

// Signal is SubprocessTransport.send_signal(number). It raises
// ProcessLookupError when the child is gone.
func (t *SubprocessTransport) Signal(number int) {
	if t.child == nil {
		py.Raise(py.NewProcessLookupError())
	}
	py.Check(t.child.Signal(number))
}

// processStreams is the part of SubprocessStreamProtocol that a stream protocol
// has for a child process.
type processStreams struct {
	limit       int
	protocol    *streamProtocol
	transport   *SubprocessTransport
	stdin       *StreamWriter
	stdout      *StreamReader
	stderr      *StreamReader
	open        int
	exited      bool
	stdinClosed *Future[any]
}

func newProcessStreams(l *Loop, limit int) *processStreams {
	s := &processStreams{limit: limit, stdinClosed: newFuture[any](l)}
	s.protocol = newStreamProtocol(l, nil, nil)
	s.protocol.process = s
	return s
}

func (s *processStreams) connectionMade(transport any) { s.protocol.connectionMade(transport) }

// connected makes the streams of the pipes.
func (s *processStreams) connected(transport any) {
	t := transport.(*SubprocessTransport)
	s.transport = t
	for fd, place := range []**StreamReader{nil, &s.stdout, &s.stderr} {
		if place != nil && t.pipes[fd] != nil {
			*place = NewStreamReader(t.loop, s.limit)
			(*place).transport = t.pipes[fd].transport
			s.open++
		}
	}
	if t.pipes[0] != nil {
		s.stdin = &StreamWriter{loop: t.loop, transport: t.pipes[0].transport, protocol: s.protocol}
	}
}

func (s *processStreams) readerOf(fd int) *StreamReader {
	switch fd {
	case 1:
		return s.stdout
	case 2:
		return s.stderr
	}
	return nil
}

func (s *processStreams) pipeDataReceived(fd int, data []byte) {
	if r := s.readerOf(fd); r != nil {
		r.FeedData(data)
	}
}

func (s *processStreams) pipeConnectionLost(fd int, err error) {
	if fd == 0 {
		if s.stdin != nil {
			s.stdin.Close()
		}
		s.protocol.releaseDrains(err)
		if err == nil {
			s.stdinClosed.SetResult(nil)
		} else {
			s.stdinClosed.SetException(err)
			s.stdinClosed.retrieve()
		}
		return
	}
	if r := s.readerOf(fd); r != nil {
		if err == nil {
			r.FeedEOF()
		} else {
			r.SetException(err)
		}
		s.open--
	}
	s.maybeClose()
}

func (s *processStreams) processExited() {
	s.exited = true
	s.maybeClose()
}

func (s *processStreams) maybeClose() {
	if s.open == 0 && s.exited && s.transport != nil {
		s.transport.Close()
	}
}

func (s *processStreams) connectionLost(err error) { s.protocol.releaseDrains(err) }

func (s *processStreams) pauseWriting() { s.protocol.pauseWriting() }

func (s *processStreams) resumeWriting() { s.protocol.resumeWriting() }

// Process is asyncio.subprocess.Process.
type Process struct {
	py.Attributes
	loop      *Loop
	transport *SubprocessTransport
	streams   *processStreams
}

// StartProcess is asyncio.create_subprocess_exec for the command.
func StartProcess(ctx context.Context, c spawn.Command) (*Process, error) {
	return startProcessWithLimit(ctx, c, defaultLimit)
}

func startProcessWithLimit(ctx context.Context, c spawn.Command, limit int) (*Process, error) {
	l := loopOf(ctx)
	s := newProcessStreams(l, limit)
	t, err := l.startProcess(ctx, s, c)
	if err != nil {
		return nil, err
	}
	return &Process{loop: l, transport: t, streams: s}, nil
}

// Pid is Process.pid.
func (p *Process) Pid() int { return p.transport.pid }

// Returncode is Process.returncode; false while the child runs.
func (p *Process) Returncode() (int, bool) { return p.transport.returncode, p.transport.exited }

// Stdin is Process.stdin, nil if it is no pipe.
func (p *Process) Stdin() *StreamWriter { return p.streams.stdin }

// Stdout is Process.stdout, nil if it is no pipe.
func (p *Process) Stdout() *StreamReader { return p.streams.stdout }

// Stderr is Process.stderr, nil if it is no pipe.
func (p *Process) Stderr() *StreamReader { return p.streams.stderr }

// Wait is Process.wait().
func (p *Process) Wait(ctx context.Context) (int, error) { return p.transport.Wait(ctx) }

// Signal is Process.send_signal(number).
func (p *Process) Signal(number int) { p.transport.Signal(number) }

// Terminate is Process.terminate().
func (p *Process) Terminate() { p.transport.Signal(int(syscall.SIGTERM)) }

// Kill is Process.kill().
func (p *Process) Kill() { p.transport.Signal(int(syscall.SIGKILL)) }

// communicateAny is Process.communicate(input): it writes input, which may be
// None, reads the outputs to their ends and waits for the child.
func (p *Process) communicateAny(ctx context.Context, input any) (any, error) {
	nothing := func(context.Context) (any, error) { return nil, nil }
	feed, stdout, stderr := nothing, nothing, nothing
	if p.streams.stdin != nil {
		feed = func(ctx context.Context) (any, error) { return nil, p.feedStdin(ctx, input) }
	}
	if p.streams.stdout != nil {
		stdout = func(ctx context.Context) (any, error) { return p.readStream(ctx, 1) }
	}
	if p.streams.stderr != nil {
		stderr = func(ctx context.Context) (any, error) { return p.readStream(ctx, 2) }
	}
	results, err := Gather[any](ctx, GoValue(feed).Named("Process._feed_stdin"),
		GoValue(stdout).Named("Process._read_stream"), GoValue(stderr).Named("Process._read_stream"))
	if err != nil {
		return nil, err
	}
	if _, err := p.Wait(ctx); err != nil {
		return nil, err
	}
	return py.Tuple{results.Get(1), results.Get(2)}, nil
}

func (p *Process) feedStdin(ctx context.Context, input any) error {
	stdin := p.streams.stdin
	err := py.Try(func() error {
		if input != nil {
			stdin.Write(py.Bytes(bytesOf(input)))
		}
		return stdin.Drain(ctx)
	})
	if err != nil && !py.Matches(err, py.Tuple{py.BrokenPipeError, py.ConnectionResetError}) {
		return err
	}
	stdin.Close()
	return nil
}

func (p *Process) readStream(ctx context.Context, fd int) (any, error) {
	data, err := p.streams.readerOf(fd).Read(ctx, -1)
	if err != nil {
		return nil, err
	}
	p.transport.pipes[fd].transport.close()
	return data, nil
}

func (t *SubprocessTransport) repr() string {
	state := ""
	if t.closed {
		state = " closed"
	}
	text := fmt.Sprintf("<_UnixSubprocessTransport%s pid=%d", state, t.pid)
	if t.exited {
		return text + fmt.Sprintf(" returncode=%d>", t.returncode)
	}
	return text + " running>"
}
