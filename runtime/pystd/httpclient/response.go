package httpclient

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// Response is HTTPResponse.
type Response struct {
	py.Attributes
	file      any // the stream of the body, nil once it was read
	method    string
	headers   *Message
	status    int
	reason    string
	version   int
	chunked   bool
	chunkLeft int // -1 before the first chunk
	length    int // of what is left, -1 if it is not known
	willClose bool
	closed    bool
	url       any
}

// PyClass is the class HTTPResponse.
func (*Response) PyClass() *py.Class { return responseClass }

// Status is the status code.
func (r *Response) Status() int { return r.status }

// Reason is the text beside the status code.
func (r *Response) Reason() string { return r.reason }

// Headers are the headers.
func (r *Response) Headers() *Message { return r.headers }

// SetURL notes where the response came from.
func (r *Response) SetURL(url any) { r.url = url }

// readStatus reads the first line.
func (r *Response) readStatus() (version string) {
	line := ""
	for _, c := range []byte(py.BytesLike(py.CallMethod(r.file, "readline", longestLine+1))) {
		line += string(rune(c))
	}
	if len(line) > longestLine {
		raise(lineTooLong, "status line")
	}
	if line == "" {
		raise(disconnected, "Remote end closed connection without response")
	}
	fields := strings.Fields(line)
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		r.closeFile()
		raise(badStatusLine, line)
	}
	status, err := strconv.Atoi(fields[1])
	if err != nil || status < 100 || status > 999 {
		raise(badStatusLine, line)
	}
	r.status, r.reason = status, ""
	if len(fields) > 2 {
		rest := strings.TrimLeft(line, " \t")
		rest = strings.TrimLeft(rest[len(fields[0]):], " \t")
		r.reason = strings.TrimSpace(rest[len(fields[1]):])
	}
	return fields[0]
}

// begin reads the status line and the headers.
func (r *Response) begin() {
	if r.headers != nil {
		return
	}
	version := r.readStatus()
	for r.status == 100 {
		readHeaders(r.file)
		version = r.readStatus()
	}
	switch {
	case version == "HTTP/1.0" || version == "HTTP/0.9":
		r.version = 10
	case strings.HasPrefix(version, "HTTP/1."):
		r.version = 11
	default:
		raise(unknownProtocol, version)
	}
	r.headers = ParseHeaders(r.file)
	encoding, _ := r.headers.Get("transfer-encoding")
	r.chunked, r.chunkLeft = strings.ToLower(encoding) == "chunked", -1
	r.willClose = r.closesAfter()
	r.length = -1
	if text, ok := r.headers.Get("content-length"); ok && !r.chunked {
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && n >= 0 {
			r.length = n
		}
	}
	if r.status == 204 || r.status == 304 || r.status >= 100 && r.status < 200 || r.method == "HEAD" {
		r.length = 0
	}
	if !r.willClose && !r.chunked && r.length < 0 {
		r.willClose = true
	}
}

// closesAfter reports whether the connection ends with the response.
func (r *Response) closesAfter() bool {
	has := func(name, word string) bool {
		v, ok := r.headers.Get(name)
		return ok && strings.Contains(strings.ToLower(v), word)
	}
	if r.version == 11 {
		return has("connection", "close")
	}
	if v, ok := r.headers.Get("keep-alive"); ok && v != "" {
		return false
	}
	return !has("connection", "keep-alive") && !has("proxy-connection", "keep-alive")
}

func (r *Response) closeFile() {
	if file := r.file; file != nil {
		r.file = nil
		py.CallMethod(file, "close")
	}
}

// exactly reads n bytes. It raises IncompleteRead.
func (r *Response) exactly(n int) []byte {
	data := py.BytesLike(py.CallMethod(r.file, "read", n))
	if len(data) < n {
		raise(incompleteRead, py.Bytes(data), n-len(data))
	}
	return []byte(data)
}

// nextChunk returns what is left of the current chunk, 0 at the end of the body.
func (r *Response) nextChunk() int {
	if r.chunkLeft > 0 {
		return r.chunkLeft
	}
	if r.chunkLeft == 0 {
		r.exactly(2)
	}
	line := py.BytesLike(py.CallMethod(r.file, "readline", longestLine+1))
	if len(line) > longestLine {
		raise(lineTooLong, "chunk size")
	}
	size, _, _ := strings.Cut(line, ";")
	n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 62)
	if err != nil {
		r.closeFile()
		raise(incompleteRead, py.Bytes(""))
	}
	if n == 0 {
		for {
			line := py.BytesLike(py.CallMethod(r.file, "readline", longestLine+1))
			if line == "" || line == "\r\n" || line == "\n" {
				break
			}
		}
		r.closeFile()
		r.chunkLeft = -1
		return 0
	}
	r.chunkLeft = int(n)
	return r.chunkLeft
}

func (r *Response) readChunked(n int) []byte {
	var all []byte
	err := py.Try(func() error {
		for r.file != nil {
			left := r.nextChunk()
			if left == 0 {
				return nil
			}
			if n >= 0 && n <= left {
				all = append(all, r.exactly(n)...)
				r.chunkLeft = left - n
				return nil
			}
			all = append(all, r.exactly(left)...)
			r.chunkLeft = 0
			if n >= 0 {
				n -= left
			}
		}
		return nil
	})
	if err != nil {
		if py.Matches(err, incompleteRead) {
			raise(incompleteRead, py.Bytes(all))
		}
		py.Check(err)
	}
	return all
}

// read reads n bytes of the body, all for a negative n.
func (r *Response) read(n int, method string) []byte {
	if r.file == nil {
		return nil
	}
	if r.method == "HEAD" {
		r.closeFile()
		return nil
	}
	if r.chunked {
		return r.readChunked(n)
	}
	if n < 0 {
		var data []byte
		if r.length < 0 {
			data = []byte(py.BytesLike(py.CallMethod(r.file, "read")))
		} else {
			err := py.Try(func() error { data = r.exactly(r.length); return nil })
			if err != nil {
				r.closeFile()
				py.Check(err)
			}
			r.length = 0
		}
		r.closeFile()
		return data
	}
	if r.length >= 0 {
		n = min(n, r.length)
	}
	data := []byte(py.BytesLike(py.CallMethod(r.file, method, n)))
	r.used(len(data), n)
	return data
}

// used notes that n of wanted bytes of the body were read.
func (r *Response) used(n, wanted int) {
	switch {
	case n == 0 && wanted != 0:
		r.closeFile()
	case r.length >= 0:
		if r.length -= n; r.length == 0 {
			r.closeFile()
		}
	}
}

func (r *Response) readLine(limit int) []byte {
	if r.file == nil || r.method == "HEAD" {
		return nil
	}
	if r.chunked {
		var line []byte
		for limit < 0 || len(line) < limit {
			b := r.readChunked(1)
			line = append(line, b...)
			if len(b) == 0 || b[0] == '\n' {
				break
			}
		}
		return line
	}
	if r.length >= 0 && (limit < 0 || limit > r.length) {
		limit = r.length
	}
	data := []byte(py.BytesLike(py.CallMethod(r.file, "readline", limit)))
	r.used(len(data), limit)
	return data
}

func (r *Response) close() {
	r.closed = true
	r.closeFile()
}

// size is the argument of read.
func size(v any) int {
	if v == nil {
		return -1
	}
	return py.As[int](py.Index(v))
}

func (r *Response) header(name string, fallback any) any {
	if values := r.headers.all(name); len(values) > 0 {
		return strings.Join(values, ", ")
	}
	return fallback
}

var responseClass *py.Class

func init() {
	base := io.Module().Attr("BufferedIOBase").(*py.Class)
	responseClass = py.NewNativeClass(moduleName, "HTTPResponse", []*py.Class{base}, defineResponse)
}

func defineResponse(d *py.Definition) {
	of := py.PayloadAs[*Response]
	d.Alloc(func() any { return &Response{} })
	d.Init("__init__(self, sock, debuglevel=0, method=None, url=None)", func(self, sock, _, method, url any) any {
		r := of(self)
		r.file, r.url, r.length = py.CallMethod(sock, "makefile", "rb"), url, -1
		if method != nil {
			r.method = py.As[string](method)
		}
		return nil
	})
	d.Method("begin(self)", func(self any) any {
		of(self).begin()
		return nil
	})
	known := func(name string, get func(r *Response) any) {
		d.Member(name, func(self any) any { return get(of(self)) }, func(self, v any) {
			if name == "url" {
				of(self).url = v
				return
			}
			panic(py.NewAttributeError("attribute '" + name + "' of 'HTTPResponse' objects is not writable"))
		})
	}
	headers := func(r *Response) any {
		if r.headers == nil {
			return nil
		}
		return r.headers
	}
	known("headers", headers)
	known("msg", headers)
	known("status", func(r *Response) any { return r.status })
	known("code", func(r *Response) any { return r.status })
	known("reason", func(r *Response) any { return r.reason })
	known("version", func(r *Response) any { return r.version })
	known("will_close", func(r *Response) any { return r.willClose })
	known("chunked", func(r *Response) any { return r.chunked })
	known("length", func(r *Response) any {
		if r.length < 0 {
			return nil
		}
		return r.length
	})
	known("fp", func(r *Response) any { return r.file })
	known("url", func(r *Response) any { return r.url })
	d.Getter("closed", func(self any) any { return of(self).closed })
	d.Method("read(self, amt=None)", func(self, n any) any { return py.Bytes(of(self).read(size(n), "read")) })
	d.Method("read1(self, n=-1)", func(self, n any) any {
		r := of(self)
		count := size(n)
		if count < 0 {
			count = 8192
			if r.length >= 0 {
				count = r.length
			}
		}
		return py.Bytes(r.read(count, "read1"))
	})
	d.Method("readinto(self, b)", func(self, buffer any) any {
		data := of(self).read(py.Len(buffer), "read")
		if len(data) > 0 {
			py.SetItem(buffer, py.NewSlice(0, len(data), nil), py.Bytes(data))
		}
		return len(data)
	})
	d.Method("readline(self, limit=-1)", func(self, limit any) any { return py.Bytes(of(self).readLine(size(limit))) })
	d.Method("__iter__(self)", func(self any) any { return self })
	d.Method("getheader(self, name, default=None)", func(self, name, fallback any) any {
		r := of(self)
		if r.headers == nil {
			raise(notReady)
		}
		return r.header(py.As[string](name), fallback)
	})
	d.Method("getheaders(self)", func(self any) any {
		r := of(self)
		if r.headers == nil {
			raise(notReady)
		}
		return py.CallMethod(r.headers, "items")
	})
	d.Method("info(self)", func(self any) any { return of(self).headers })
	d.Method("geturl(self)", func(self any) any { return of(self).url })
	d.Method("getcode(self)", func(self any) any { return of(self).status })
	d.Method("isclosed(self)", func(self any) any { return of(self).file == nil })
	d.Method("readable(self)", func(any) any { return true })
	d.Method("fileno(self)", func(self any) any { return py.CallMethod(of(self).file, "fileno") })
	d.Method("flush(self)", func(any) any { return nil })
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
}
