package socket

import (
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// socketClass is the class socket.
var socketClass *py.Class

func init() {
	base := py.NewNativeClass("_socket", "socket", nil, func(*py.Definition) {})
	socketClass = py.NewNativeClass("socket", "socket", []*py.Class{base}, func(d *py.Definition) {
		d.Alloc(func() any { return &Socket{fd: -1, timeout: -1} })
		d.Init("__init__(self, family=-1, type=-1, proto=-1, fileno=None)", initSocket)
		defineState(d)
		defineConnecting(d)
		defineReceiving(d)
		defineSending(d)
		defineFiles(d)
	})
}

var of = py.PayloadAs[*Socket]

func initSocket(self, family, kind, proto, fileno any) any {
	f, k, p := integer(family), integer(kind), integer(proto)
	s := of(self)
	if fileno != nil {
		fd := integer(fileno)
		if fd < 0 {
			panic(exc.ValueError("negative file descriptor"))
		}
		f, k, p = detect(fd, f, k, p)
		s.attach(fd, f, k, p)
		return nil
	}
	if f == -1 {
		f = syscall.AF_INET
	}
	if k == -1 {
		k = syscall.SOCK_STREAM
	}
	s.open(f, k, max(p, 0))
	return nil
}

// integer is an int argument. It raises TypeError and OverflowError.
func integer(v any) int {
	n, ok := py.Payload(py.Index(v)).(int)
	if !ok || int(int32(n)) != n {
		panic(exc.OverflowError("Python int too large to convert to C int"))
	}
	return n
}

func defineState(d *py.Definition) {
	d.Getter("family", func(self any) any { return familyValue(of(self).family) })
	d.Getter("type", func(self any) any { return kindValue(of(self).kind) })
	d.Getter("proto", func(self any) any { return of(self).proto })
	d.Getter("timeout", func(self any) any { return of(self).timeoutValue() })
	d.Getter("_closed", func(self any) any { return of(self).closed })
	d.Method("fileno(self, /)", func(self any) any { return of(self).fd })
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("detach(self)", func(self any) any {
		s := of(self)
		fd := s.fd
		s.fd, s.closed = -1, true
		return fd
	})
	d.Method("__enter__(self)", func(self any) any { return self })
	d.Method("__exit__(self, *args)", func(self, _ any) any {
		if !of(self).closed {
			py.CallMethod(self, "close")
		}
		return nil
	})
	d.Method("settimeout(self, timeout, /)", func(self, timeout any) any {
		of(self).setTimeout(seconds(timeout))
		return nil
	})
	d.Method("gettimeout(self, /)", func(self any) any { return of(self).timeoutValue() })
	d.Method("setblocking(self, flag, /)", func(self, flag any) any {
		if py.Truth(flag) {
			of(self).setTimeout(-1)
		} else {
			of(self).setTimeout(0)
		}
		return nil
	})
	d.Method("getblocking(self, /)", func(self any) any { return of(self).timeout != 0 })
	d.Method("getsockname(self, /)", func(self any) any {
		address, err := of(self).localAddress()
		check(err)
		return address
	})
	d.Method("getpeername(self, /)", func(self any) any {
		sa, err := syscall.Getpeername(of(self).fd)
		check(err)
		return peer(sa)
	})
	d.Method("get_inheritable(self)", func(self any) any { return inheritable(of(self).fd) })
	d.Method("set_inheritable(self, inheritable)", func(self, on any) any {
		setInheritable(of(self).fd, py.Truth(on))
		return nil
	})
	d.Method("dup(self)", func(self any) any {
		s := of(self)
		return adopted(py.TypeOf(self), duplicate(s.fd), s.family, s.kind, s.proto, s.timeout)
	})
	d.Method("__repr__(self)", func(self any) any { return of(self).repr(py.TypeOf(self)) })
	d.Method("__getstate__(self)", func(self any) any {
		panic(exc.TypeError("cannot pickle %s object", py.Repr(py.TypeOf(self).Name())))
	})
	d.Method("setsockopt(self, level, optname, value, optlen=None, /)", setOption)
	d.Method("getsockopt(self, level, optname, buflen=0, /)", getOption)
}

// adopted makes a socket of a class derived from socket.
func adopted(class *py.Class, fd, family, kind, proto int, timeout float64) any {
	made := py.CallKw(class, nil, py.Kwargs{
		{Name: "family", Value: family}, {Name: "type", Value: kind}, {Name: "proto", Value: proto}, {Name: "fileno", Value: fd},
	})
	of(made).setTimeout(timeout)
	return made
}

func defineConnecting(d *py.Definition) {
	d.Method("bind(self, address, /)", func(self, where any) any {
		s := of(self)
		check(syscall.Bind(s.fd, address(s.family, where, "bind")))
		return nil
	})
	d.Method("listen(self, backlog=128, /)", func(self, backlog any) any {
		check(syscall.Listen(of(self).fd, max(0, integer(backlog))))
		return nil
	})
	d.Method("accept(self)", func(self any) any {
		conn, peer := of(self).accept()
		return py.Tuple{conn, peer}
	})
	d.Method("connect(self, address, /)", func(self, where any) any {
		s := of(self)
		py.Check(s.connect(address(s.family, where, "connect")))
		return nil
	})
	d.Method("connect_ex(self, address, /)", func(self, where any) any {
		s := of(self)
		err := s.connect(address(s.family, where, "connect_ex"))
		if err == nil {
			return 0
		}
		if py.Matches(err, py.TimeoutError) && py.GetAttr(err, "errno") == nil {
			return int(syscall.EAGAIN)
		}
		return py.GetAttr(err, "errno")
	})
	d.Method("shutdown(self, how, /)", func(self, how any) any {
		check(syscall.Shutdown(of(self).fd, integer(how)))
		return nil
	})
}

// bufferSize is the size argument of the receiving methods.
func bufferSize(v any, method string) int {
	n := py.As[int](py.Index(v))
	if n < 0 {
		panic(exc.ValueError("negative buffersize in %s", method))
	}
	return n
}

// into is the number of bytes to receive into a buffer.
func into(buffer, count any, method string) int {
	length := 0
	switch b := py.Payload(buffer).(type) {
	case *py.ByteArray:
		length = b.Len()
	case *py.MemoryView, py.Buffer:
		length = len(py.BytesLike(buffer))
	default:
		panic(exc.TypeError("%s() argument 1 must be read-write bytes-like object, not %s", method, py.TypeOf(buffer).Name()))
	}
	n := bufferSize(count, method)
	if n > length {
		panic(exc.ValueError("buffer too small for requested bytes"))
	}
	if n == 0 {
		return length
	}
	return n
}

// fill puts what was received at the beginning of a buffer.
func fill(buffer any, data []byte) int {
	if len(data) > 0 {
		py.SetItem(buffer, py.NewSlice(0, len(data), nil), py.Bytes(data))
	}
	return len(data)
}

func defineReceiving(d *py.Definition) {
	d.Method("recv(self, bufsize, flags=0, /)", func(self, size, flags any) any {
		return py.Bytes(of(self).receive(bufferSize(size, "recv"), integer(flags)))
	})
	d.Method("recv_into(self, buffer, nbytes=0, flags=0)", func(self, buffer, count, flags any) any {
		return fill(buffer, of(self).receive(into(buffer, count, "recv_into"), integer(flags)))
	})
	from := func(s *Socket, size, flags int) ([]byte, any) {
		buffer := make([]byte, size)
		n := 0
		var sa syscall.Sockaddr
		s.call(pollIn, func() (err error) {
			n, sa, err = receiveFrom(s.fd, buffer, flags)
			return err
		})
		return buffer[:n], peer(sa)
	}
	d.Method("recvfrom(self, bufsize, flags=0, /)", func(self, size, flags any) any {
		data, peer := from(of(self), bufferSize(size, "recvfrom"), integer(flags))
		return py.Tuple{py.Bytes(data), peer}
	})
	d.Method("recvfrom_into(self, buffer, nbytes=0, flags=0)", func(self, buffer, count, flags any) any {
		data, peer := from(of(self), into(buffer, count, "recvfrom_into"), integer(flags))
		return py.Tuple{fill(buffer, data), peer}
	})
	message := func(s *Socket, size, room, flags int) (data []byte, control any, outFlags int, peerAddress any) {
		buffer, ancillary := make([]byte, size), make([]byte, room)
		var n, controls int
		var sa syscall.Sockaddr
		s.call(pollIn, func() (err error) {
			n, controls, outFlags, sa, err = syscall.Recvmsg(s.fd, buffer, ancillary, flags|syscall.MSG_CMSG_CLOEXEC)
			return err
		})
		return buffer[:n], controlList(ancillary[:controls]), outFlags &^ syscall.MSG_CMSG_CLOEXEC, peer(sa)
	}
	d.Method("recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", func(self, size, room, flags any) any {
		data, control, out, peer := message(of(self), bufferSize(size, "recvmsg"), integer(room), integer(flags))
		return py.Tuple{py.Bytes(data), control, out, peer}
	})
	d.Method("recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)", func(self, buffers, room, flags any) any {
		targets := py.StarArgs(py.Star(buffers))
		total := 0
		for _, b := range targets {
			total += into(b, 0, "recvmsg_into")
		}
		data, control, out, peer := message(of(self), total, integer(room), integer(flags))
		count := len(data)
		for _, b := range targets {
			n := min(len(data), py.Len(b))
			fill(b, data[:n])
			data = data[n:]
		}
		return py.Tuple{count, control, out, peer}
	})
}

func controlList(data []byte) any {
	list := py.ListOf[any]()
	messages, err := syscall.ParseSocketControlMessage(data)
	check(err)
	for _, m := range messages {
		list.Append(py.Tuple{int(m.Header.Level), int(m.Header.Type), py.Bytes(m.Data)})
	}
	return list
}

func defineSending(d *py.Definition) {
	d.Method("send(self, data, flags=0, /)", func(self, data, flags any) any {
		return of(self).send([]byte(py.BytesLike(data)), integer(flags))
	})
	d.Method("sendall(self, data, flags=0, /)", func(self, data, flags any) any {
		of(self).sendAll([]byte(py.BytesLike(data)), integer(flags))
		return nil
	})
	d.Method("sendto(self, /, *args)", func(self, arguments any) any {
		args := arguments.(py.Tuple)
		flags := 0
		switch len(args) {
		case 2:
		case 3:
			flags = integer(args[1])
		default:
			panic(exc.TypeError("sendto() takes 2 or 3 arguments (%d given)", len(args)))
		}
		s := of(self)
		data := []byte(py.BytesLike(args[0]))
		sa := address(s.family, args[len(args)-1], "sendto")
		s.call(pollOut, func() error { return syscall.Sendto(s.fd, data, flags|syscall.MSG_NOSIGNAL, sa) })
		return len(data)
	})
	d.Method("sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)", func(self, buffers, ancillary, flags, where any) any {
		s := of(self)
		var data, control []byte
		for b := range py.Iter(buffers) {
			data = append(data, py.BytesLike(b)...)
		}
		for item := range py.Iter(ancillary) {
			t, ok := py.Payload(item).(py.Tuple)
			if !ok || len(t) != 3 {
				panic(exc.TypeError("[sendmsg() ancillary data items] must be sequence of length 3"))
			}
			control = append(control, controlMessage(integer(t[0]), integer(t[1]), py.BytesLike(t[2]))...)
		}
		var sa syscall.Sockaddr
		if where != nil {
			sa = address(s.family, where, "sendmsg")
		}
		n := 0
		s.call(pollOut, func() (err error) {
			n, err = syscall.SendmsgN(s.fd, data, control, sa, integer(flags)|syscall.MSG_NOSIGNAL)
			return err
		})
		return n
	})
	d.Method("sendfile(self, file, offset=0, count=None)", func(self, file, offset, count any) any {
		s := of(self)
		if s.kind != syscall.SOCK_STREAM {
			panic(exc.ValueError("only SOCK_STREAM type sockets are supported"))
		}
		if s.timeout == 0 {
			panic(exc.ValueError("non-blocking sockets are not supported"))
		}
		if py.Truth(offset) {
			py.CallMethod(file, "seek", offset)
		}
		total := 0
		for count == nil || total < py.As[int](count) {
			size := 8192
			if count != nil {
				size = min(size, py.As[int](count)-total)
			}
			chunk := py.BytesLike(py.CallMethod(file, "read", size))
			if chunk == "" {
				break
			}
			s.sendAll([]byte(chunk), 0)
			total += len(chunk)
		}
		return total
	})
}
