package subprocess

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	pyio "github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/signal"
)

// process is the Go side of Popen.
type process struct {
	child    *spawn.Child
	text     bool
	encoding any
	errors   any
	finished chan struct{}
	code     int
	// reading collects the outputs of communicate(), which may be called again
	// after a timeout.
	reading *outputs
}

// outputs are what the pipes of a child gave so far.
type outputs struct {
	stdout, stderr bytes.Buffer
	done           chan struct{}
}

type holder struct{ *process }

var holderClass = py.NewNativeClass("subprocess", "_State", nil, func(*py.Definition) {})

// PyClass makes holder a value.
func (*holder) PyClass() *py.Class { return holderClass }

func processOf(self any) *process { return py.GetAttr(self, "_state").(*holder).process }

// diedWith names the signal that killed a child.
func diedWith(number int) string {
	return fmt.Sprintf("<Signals.%s: %d>", signal.Name(number), number)
}

func newPopen() *py.Class {
	return define.Class("subprocess", "Popen", nil, func(b *define.Body) {
		b.Subscriptable()
		b.Method("__init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, "+
			"preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, "+
			"startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, "+
			"user=None, group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, "+
			"pipesize=-1, process_group=None)", initPopen)
		b.Method("poll(self)", func(self any) any {
			p := processOf(self)
			select {
			case <-p.finished:
				py.SetAttr(self, "returncode", p.code)
			default:
			}
			return py.GetAttr(self, "returncode")
		})
		b.Method("wait(self, timeout=None)", func(self, timeout any) any {
			wait(self, timeout)
			return py.GetAttr(self, "returncode")
		})
		b.Method("communicate(self, input=None, timeout=None)", communicate)
		b.Method("send_signal(self, sig)", func(self, sig any) any {
			send(self, py.As[int](py.Payload(sig)))
			return nil
		})
		b.Method("terminate(self)", func(self any) any {
			send(self, int(syscall.SIGTERM))
			return nil
		})
		b.Method("kill(self)", func(self any) any {
			send(self, int(syscall.SIGKILL))
			return nil
		})
		b.Method("__enter__(self)", func(self any) any { return self })
		b.Method("__exit__(self, exc_type, value, traceback)", func(self, _, _, _ any) any {
			for _, name := range []string{"stdout", "stderr", "stdin"} {
				if f := py.GetAttr(self, name); f != nil {
					py.CallMethod(f, "close")
				}
			}
			wait(self, nil)
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			return fmt.Sprintf("<Popen: returncode: %s args: %s>", py.Repr(py.GetAttr(self, "returncode")),
				py.Repr(py.GetAttr(self, "args")))
		})
	})
}

func initPopen(a []any) any {
	self, args, executable := a[0], a[1], a[3]
	if a[7] != nil {
		py.Raise(py.NewNotImplementedError("subprocess argument preexec_fn is not supported"))
	}
	c := spawn.Command{
		Args: commandArguments(args, py.Truth(a[9])), Stdin: a[4], Stdout: a[5], Stderr: a[6],
		Env: spawn.Environment(a[11]), NewSession: py.Truth(a[16]),
	}
	if a[10] != nil {
		c.Dir = spawn.Text(a[10])
	}
	if executable != nil {
		c.Executable = spawn.Text(executable)
	}
	p := &process{finished: make(chan struct{}), encoding: a[21], errors: a[22]}
	p.text = py.Truth(a[12]) || py.Truth(a[23]) || a[21] != nil || a[22] != nil
	child, err := spawn.Start(c)
	py.Check(err)
	p.child = child
	go func() {
		p.code = child.Wait()
		close(p.finished)
	}()
	py.SetAttr(self, "_state", &holder{p})
	py.SetAttr(self, "args", args)
	py.SetAttr(self, "pid", child.Process.Pid)
	py.SetAttr(self, "returncode", nil)
	py.SetAttr(self, "stdin", p.file(child.Stdin, "wb", "w"))
	py.SetAttr(self, "stdout", p.file(child.Stdout, "rb", "r"))
	py.SetAttr(self, "stderr", p.file(child.Stderr, "rb", "r"))
	return nil
}

// commandArguments are the arguments of the program: those of a shell for a
// shell command.
func commandArguments(args any, shell bool) []string {
	if _, isText := py.Payload(args).(string); isText || py.HasAttr(args, "__fspath__") {
		if shell {
			return []string{"/bin/sh", "-c", spawn.Text(args)}
		}
		return []string{spawn.Text(args)}
	}
	var list []string
	for arg := range py.Iter(args) {
		list = append(list, spawn.Text(arg))
	}
	if shell {
		return append([]string{"/bin/sh", "-c"}, list...)
	}
	return list
}

// file makes the Python file of the parent's end of a pipe, None for nil.
func (p *process) file(f *os.File, binary, text string) any {
	if f == nil {
		return nil
	}
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		py.Raise(py.AsException(err))
	}
	syscall.CloseOnExec(fd)
	_ = f.Close()
	open := pyio.Module().Attr("open")
	if !p.text {
		return py.Call(open, fd, binary)
	}
	return py.CallKw(open, []any{fd, text}, py.Kwargs{
		{Name: "encoding", Value: p.encoding}, {Name: "errors", Value: p.errors},
	})
}

// wait waits for the end of the child, or raises TimeoutExpired.
func wait(self, timeout any) {
	p := processOf(self)
	limit := executor.Timeout(timeout)
	expired := false
	py.Blocking(func() { expired = !waitFor(p.finished, limit) })
	if expired {
		py.Raise(py.NewException(timeoutExpired, py.GetAttr(self, "args"), timeout))
	}
	py.SetAttr(self, "returncode", p.code)
}

func waitFor(c <-chan struct{}, limit time.Duration) bool {
	if limit < 0 {
		<-c
		return true
	}
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-c:
		return true
	case <-timer.C:
		return false
	}
}

func send(self any, number int) {
	p := processOf(self)
	select {
	case <-p.finished:
		return
	default:
	}
	py.Check(p.child.Signal(number))
}

// communicate is Popen.communicate: it writes input, reads the outputs to their
// ends and waits for the child.
func communicate(self, input, timeout any) (any, error) {
	p := processOf(self)
	if p.reading == nil {
		p.begin(self, input)
	}
	limit := executor.Timeout(timeout)
	expired := false
	start := time.Now()
	py.Blocking(func() {
		expired = !waitFor(p.reading.done, limit)
		if !expired {
			if limit >= 0 {
				limit = max(0, limit-time.Since(start))
			}
			expired = !waitFor(p.finished, limit)
		}
	})
	if expired {
		return nil, py.NewException(timeoutExpired, py.GetAttr(self, "args"), timeout)
	}
	py.SetAttr(self, "returncode", p.code)
	return py.Tuple{
		p.output(py.GetAttr(self, "stdout"), &p.reading.stdout),
		p.output(py.GetAttr(self, "stderr"), &p.reading.stderr),
	}, nil
}

// begin starts to feed and read the pipes.
func (p *process) begin(self, input any) {
	out := &outputs{done: make(chan struct{})}
	p.reading = out
	var data []byte
	if input != nil {
		data = p.bytes(input)
	}
	var running sync.WaitGroup
	start := func(file any, f func(fd *os.File)) {
		if file == nil {
			return
		}
		fd, err := syscall.Dup(py.As[int](py.CallMethod(file, "fileno")))
		if err != nil {
			py.Raise(py.AsException(err))
		}
		py.CallMethod(file, "close")
		running.Add(1)
		go func() {
			defer running.Done()
			handle := os.NewFile(uintptr(fd), "pipe")
			defer func() { _ = handle.Close() }()
			f(handle)
		}()
	}
	// What the child no longer reads is not an error.
	start(py.GetAttr(self, "stdin"), func(f *os.File) { _, _ = f.Write(data) })
	start(py.GetAttr(self, "stdout"), func(f *os.File) { _, _ = io.Copy(&out.stdout, f) })
	start(py.GetAttr(self, "stderr"), func(f *os.File) { _, _ = io.Copy(&out.stderr, f) })
	go func() {
		running.Wait()
		close(out.done)
	}()
}

func (p *process) bytes(input any) []byte {
	if text, ok := py.Payload(input).(string); ok && p.text {
		return []byte(text)
	}
	return []byte(py.Call(py.BytesClass, input).(py.Bytes))
}

// output is the collected output of a pipe, None if there was none.
func (p *process) output(file any, b *bytes.Buffer) any {
	if file == nil {
		return nil
	}
	if !p.text {
		return py.Bytes(b.String())
	}
	encoding, errors := p.encoding, p.errors
	if encoding == nil {
		encoding = "utf-8"
	}
	if errors == nil {
		errors = "strict"
	}
	text := py.CallMethod(py.Bytes(b.String()), "decode", encoding, errors).(string)
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

func popen(args py.Tuple, kw py.Kwargs) any { return py.CallKw(popenClass, args, kw) }

// killed kills and reaps a child whose time has run out.
func killed(self any) {
	py.CallMethod(self, "kill")
	wait(self, nil)
}

func runProcess(popenargs, input, capture, timeout, check, kwargs any) (any, error) {
	kw := py.KwFrom(kwargs)
	if input != nil {
		if v, given := kw.Lookup("stdin"); given && v != nil {
			return nil, py.NewValueError("stdin and input arguments may not both be used.")
		}
		kw = append(without(kw, "stdin"), py.Kw{Name: "stdin", Value: spawn.Pipe})
	}
	if py.Truth(capture) {
		for _, name := range []string{"stdout", "stderr"} {
			if v, given := kw.Lookup(name); given && v != nil {
				return nil, py.NewValueError("stdout and stderr arguments may not be used with capture_output.")
			}
			kw = append(without(kw, name), py.Kw{Name: name, Value: spawn.Pipe})
		}
	}
	self := popen(popenargs.(py.Tuple), kw)
	result, err := communicate(self, input, timeout)
	if err != nil {
		killed(self)
		p := processOf(self)
		py.Blocking(func() { <-p.reading.done })
		if out := p.output(py.GetAttr(self, "stdout"), &p.reading.stdout); out != nil && py.Truth(out) {
			py.SetAttr(py.AsException(err), "output", out)
		}
		return nil, err
	}
	out := result.(py.Tuple)
	returncode := py.GetAttr(self, "returncode")
	if py.Truth(check) && py.Truth(returncode) {
		return nil, py.NewException(calledProcessError, returncode, py.GetAttr(self, "args"), out[0], out[1])
	}
	return py.Call(completedProcess, py.GetAttr(self, "args"), returncode, out[0], out[1]), nil
}

func callProcess(args py.Tuple, timeout any, kw py.Kwargs) any {
	self := popen(args, kw)
	if err := py.Try(func() error { wait(self, timeout); return nil }); err != nil {
		killed(self)
		py.Raise(err)
	}
	return py.GetAttr(self, "returncode")
}

// statusOutput is subprocess.getstatusoutput.
func statusOutput(cmd any) py.Tuple {
	self := popen(py.Tuple{cmd}, py.Kwargs{{Name: "shell", Value: true}, {Name: "text", Value: true},
		{Name: "stdout", Value: spawn.Pipe}, {Name: "stderr", Value: spawn.Stdout}})
	result := py.Must(communicate(self, nil, nil)).(py.Tuple)
	return py.Tuple{py.GetAttr(self, "returncode"), strings.TrimSuffix(result[0].(string), "\n")}
}

// commandLine is subprocess.list2cmdline.
func commandLine(seq any) any {
	var parts []string
	for arg := range py.Iter(seq) {
		text := spawn.Text(arg)
		if text == "" || strings.ContainsAny(text, " \t") {
			text = `"` + strings.ReplaceAll(text, `"`, `\"`) + `"`
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
