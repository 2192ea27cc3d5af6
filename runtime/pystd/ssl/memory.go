package ssl

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// memory is MemoryBIO: bytes on their way between TLS and whoever carries them.
type memory struct {
	py.Attributes
	mu    sync.Mutex
	data  []byte
	ended bool
}

// PyClass is the class MemoryBIO.
func (*memory) PyClass() *py.Class { return memoryClass }

// write appends data.
func (m *memory) write(data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data = append(m.data, data...)
}

// read takes up to len(p) bytes. ended is true when there are none and will be
// none.
func (m *memory) read(p []byte) (n int, ended bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n = copy(p, m.data)
	m.data = m.data[n:]
	if len(m.data) == 0 {
		m.data = nil
	}
	return n, n == 0 && m.ended
}

// take takes all there is.
func (m *memory) take() []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	data := m.data
	m.data = nil
	return data
}

// putBack returns what take took and nobody wanted.
func (m *memory) putBack(data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data = append(data, m.data...)
}

func (m *memory) len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.data)
}

func (m *memory) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ended = true
}

func (m *memory) over() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ended
}

var memoryClass = py.NewNativeClass("_ssl", "MemoryBIO", nil, func(d *py.Definition) {
	of := py.PayloadAs[*memory]
	d.New("MemoryBIO()", func() any { return &memory{} })
	d.Method("read(self, size=-1, /)", func(self, size any) any {
		m, n := of(self), py.As[int](py.Index(size))
		if length := m.len(); n < 0 || n > length {
			n = length
		}
		p := make([]byte, n)
		n, _ = m.read(p)
		return py.Bytes(p[:n])
	})
	d.Method("write(self, b, /)", func(self, data any) any {
		text := py.BytesLike(data)
		if of(self).over() {
			panic(py.Call(SSLError, "cannot write() after write_eof()"))
		}
		of(self).write([]byte(text))
		return len(text)
	})
	d.Method("write_eof(self, /)", func(self any) any {
		of(self).end()
		return nil
	})
	d.Getter("pending", func(self any) any { return of(self).len() })
	d.Getter("eof", func(self any) any { return of(self).len() == 0 && of(self).over() })
})

// memoryArgument is an argument that has to be a MemoryBIO.
func memoryArgument(v any, name string) *memory {
	m, ok := py.Payload(v).(*memory)
	if !ok {
		panic(exc.TypeError("_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %s", name, py.TypeOf(v).Name()))
	}
	return m
}
