package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// protocol is what a transport calls. Protocols of a program are Python objects.
type protocol interface {
	connectionMade(transport any)
	// dataReceived gets data that is good during the call only.
	dataReceived(data []byte)
	// eofReceived reports whether the transport is to stay open.
	eofReceived() bool
	connectionLost(err error)
	pauseWriting()
	resumeWriting()
}

// objectProtocol is a protocol of the program.
type objectProtocol struct {
	object   any
	buffered bool
}

// protocolOf returns the protocol that a factory made.
func protocolOf(made any) protocol {
	if p, ok := py.Payload(made).(protocol); ok {
		return p
	}
	return &objectProtocol{object: made, buffered: py.IsInstance(made, BufferedProtocolClass)}
}

// protocolObject is the value that the program sees.
func protocolObject(p protocol) any {
	if o, ok := p.(*objectProtocol); ok {
		return o.object
	}
	return p
}

func (o *objectProtocol) connectionMade(transport any) {
	py.CallMethod(o.object, "connection_made", transport)
}

func (o *objectProtocol) dataReceived(data []byte) {
	if !o.buffered {
		py.CallMethod(o.object, "data_received", py.Bytes(data))
		return
	}
	for len(data) > 0 {
		buffer := py.CallMethod(o.object, "get_buffer", -1)
		size := py.Len(buffer)
		if size == 0 {
			py.Raise(py.NewRuntimeError("get_buffer() returned an empty buffer"))
		}
		n := min(size, len(data))
		py.SetItem(py.Call(py.MemoryViewClass, buffer), py.NewSlice(0, n, nil), py.Bytes(data[:n]))
		py.CallMethod(o.object, "buffer_updated", n)
		data = data[n:]
	}
}

func (o *objectProtocol) eofReceived() bool {
	return py.Truth(py.CallMethod(o.object, "eof_received"))
}

func (o *objectProtocol) connectionLost(err error) {
	py.CallMethod(o.object, "connection_lost", errorValue(err))
}

func (o *objectProtocol) pauseWriting() { py.CallMethod(o.object, "pause_writing") }

func (o *objectProtocol) resumeWriting() { py.CallMethod(o.object, "resume_writing") }

// errorValue is an exception as a dynamic value, None for nil.
func errorValue(err error) any {
	if err == nil {
		return nil
	}
	return py.AsException(err)
}
