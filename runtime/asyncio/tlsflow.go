package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// What goes up from TLS to the protocol of the program, and the flow control
// between that, TLS and the transport.

// read gives what has come to the protocol above.
func (p *tlsProtocol) read() {
	if p.state != tlsWrapped && p.state != tlsFlushing {
		return
	}
	p.tried("Fatal error on SSL protocol", func() error {
		if !p.appReadsPaused {
			if o, ok := p.app.(*objectProtocol); ok && o.buffered {
				p.readBuffered(o)
			} else {
				p.readCopied()
			}
			if len(p.backlog) > 0 {
				p.encrypt()
			} else {
				p.send()
			}
		}
		p.controlReading()
		return nil
	})
}

// readCopied calls data_received with all there is.
func (p *tlsProtocol) readCopied() {
	if p.store == nil {
		p.store = make([]byte, 16*1024)
	}
	p.decrypted = p.decrypted[:0]
	ended := false
	for !ended {
		n, err := p.engine.Read(p.store)
		if err == secure.ErrWantRead {
			break
		}
		py.Check(err)
		p.decrypted = append(p.decrypted, p.store[:n]...)
		ended = n == 0
	}
	if len(p.decrypted) > 0 {
		p.app.dataReceived(p.decrypted)
	}
	if ended {
		p.tellEOF()
		p.startShutdown()
	}
}

// readBuffered fills the buffer of a BufferedProtocol.
func (p *tlsProtocol) readBuffered(o *objectProtocol) {
	incoming, _ := p.engine.Pending()
	buffer := py.CallMethod(o.object, "get_buffer", incoming)
	data := make([]byte, py.Len(buffer))
	filled, ended := 0, false
	for filled < len(data) && !ended {
		n, err := p.engine.Read(data[filled:])
		if err == secure.ErrWantRead {
			break
		}
		py.Check(err)
		filled += n
		ended = n == 0
	}
	if filled == len(data) {
		p.loop.soon(p.read)
	}
	if filled > 0 {
		py.SetItem(py.Call(py.MemoryViewClass, buffer), py.NewSlice(0, filled, nil), py.Bytes(data[:filled]))
		py.CallMethod(o.object, "buffer_updated", filled)
	}
	if ended {
		p.tellEOF()
		p.startShutdown()
	}
}

// tellEOF calls eof_received, once.
func (p *tlsProtocol) tellEOF() {
	if p.told != appConnected {
		return
	}
	p.told = appEnded
	p.tried("Error calling eof_received()", func() error {
		if p.app.eofReceived() {
			logWarning("returning true from eof_received() has no effect when using ssl")
		}
		return nil
	})
}

func (p *tlsProtocol) writeSize() int {
	_, outgoing := p.engine.Pending()
	return outgoing + len(p.backlog)
}

func (p *tlsProtocol) readSize() int {
	incoming, _ := p.engine.Pending()
	return incoming
}

// controlWriting tells the protocol above when there is too much to send, and
// when no longer.
func (p *tlsProtocol) controlWriting() {
	switch size := p.writeSize(); {
	case size >= p.writeHigh && !p.appWritesPaused:
		p.appWritesPaused = true
		p.protect("protocol.pause_writing() failed", p.app.pauseWriting)
	case size <= p.writeLow && p.appWritesPaused:
		p.appWritesPaused = false
		p.protect("protocol.resume_writing() failed", p.app.resumeWriting)
	}
}

func (p *tlsProtocol) protect(message string, f func()) {
	p.loop.protect(message, p.appTransport, p, f)
}

// controlReading pauses the transport below while too much waits to be read.
func (p *tlsProtocol) controlReading() {
	if p.transport == nil {
		return
	}
	switch size := p.readSize(); {
	case size >= p.readHigh && !p.lowReadsPaused:
		p.lowReadsPaused = true
		p.transport.pauseReading()
	case size <= p.readLow && p.lowReadsPaused:
		p.lowReadsPaused = false
		p.transport.resumeReading()
	}
}

// resumeReads is resume_reading() of the transport above.
func (p *tlsProtocol) resumeReads() {
	if !p.appReadsPaused {
		return
	}
	p.appReadsPaused = false
	p.loop.soon(func() {
		switch p.state {
		case tlsWrapped:
			p.read()
		case tlsFlushing:
			p.flush()
		case tlsShutdown:
			p.shutdown()
		}
	})
}

func (p *tlsProtocol) pauseWriting() { p.lowPaused = true }

func (p *tlsProtocol) resumeWriting() {
	p.lowPaused = false
	p.send()
}
