package httpclient

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
)

// States of a connection, with the names that its errors show.
const (
	idle    = "Idle"
	started = "Request-started"
	sent    = "Request-sent"
)

// Connection is HTTPConnection.
type Connection struct {
	py.Attributes
	host     string
	port     int
	timeout  any // absent if none was given
	source   any
	sock     any
	state    string
	buffer   []string
	response *Response
	method   string
	// standard is the port that URLs do not show, and context the SSLContext of
	// HTTPSConnection.
	standard int
	context  any
}

// absent stands for a timeout that was not given.
var absent = py.NewObject(py.ObjectClass)

// PyClass is the class HTTPConnection, or HTTPSConnection.
func (c *Connection) PyClass() *py.Class {
	if c.standard == securePort {
		return secureConnectionClass
	}
	return connectionClass
}

// defaultPort is the port of HTTP.
const defaultPort = 80

var (
	badPath   = regexp.MustCompile("[\x00-\x20\x7f]")
	badMethod = regexp.MustCompile("[\x00-\x1f]")
	goodName  = regexp.MustCompile(`^[^:\s][^:\r\n]*$`)
	badValue  = regexp.MustCompile(`\n[^ \t]|\n$|\r[^ \t\n]|\r$`)
)

// split takes the port from the end of a host.
func (c *Connection) split(host string, port any) {
	c.port = c.standard
	if port != nil {
		c.port = py.As[int](port)
	} else {
		i, bracket := strings.LastIndexByte(host, ':'), strings.LastIndexByte(host, ']')
		if i > bracket {
			if text := host[i+1:]; text != "" {
				n, err := strconv.Atoi(text)
				if err != nil {
					raise(invalidURL, "nonnumeric port: '"+text+"'")
				}
				c.port = n
			}
			host = host[:i]
		}
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	c.host = host
	if m := badPath.FindString(host); m != "" {
		raise(invalidURL, fmt.Sprintf("URL can't contain control characters. %s (found at least %s)", py.Repr(host), py.Repr(m)))
	}
}

func (c *Connection) connect() {
	args := []any{py.Tuple{c.host, c.port}}
	kw := py.Kwargs{{Name: "source_address", Value: c.source}}
	if c.timeout != any(absent) {
		kw = append(kw, py.Kw{Name: "timeout", Value: c.timeout})
	}
	c.sock = py.CallKw(socket.Module().Attr("create_connection"), args, kw)
	py.CallMethod(c.sock, "setsockopt", syscall.IPPROTO_TCP, syscall.TCP_NODELAY, 1)
	if c.context != nil {
		c.sock = py.CallMethodKw(c.context, "wrap_socket", []any{c.sock}, py.Kwargs{{Name: "server_hostname", Value: c.host}})
	}
}

func (c *Connection) close() {
	c.state = idle
	if sock := c.sock; sock != nil {
		c.sock = nil
		py.CallMethod(sock, "close")
	}
	if r := c.response; r != nil {
		c.response = nil
		r.close()
	}
}

// send sends bytes, a file, or the items of an iterable.
func (c *Connection) send(data any) {
	if c.sock == nil {
		c.connect()
	}
	eachBlock(data, func(block any) { py.CallMethod(c.sock, "sendall", block) })
}

// eachBlock calls f for the blocks of bytes of a body.
func eachBlock(data any, f func(block any)) {
	switch {
	case py.HasAttr(data, "read"):
		for {
			block := py.CallMethod(data, "read", 8192)
			if !py.Truth(block) {
				return
			}
			if text, ok := py.Payload(block).(string); ok {
				block = py.StrEncode(text, "iso-8859-1", "strict")
			}
			f(block)
		}
	case isBytes(data):
		f(data)
	case py.HasAttr(data, "__iter__") && py.TypeOf(data) != py.StrClass:
		for block := range py.Iter(data) {
			f(block)
		}
	default:
		panic(exc.TypeError("data should be a bytes-like object or an iterable, got %s", py.Repr(py.TypeOf(data))))
	}
}

func isBytes(v any) bool {
	switch py.Payload(v).(type) {
	case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
		return true
	}
	return false
}

func (c *Connection) putRequest(method, url string, skipHost, skipEncoding bool) {
	if c.response != nil && c.response.file == nil {
		c.response = nil
	}
	if c.state != idle {
		raise(cannotSend, c.state)
	}
	c.state = started
	if m := badMethod.FindString(method); m != "" {
		panic(exc.ValueError("method can't contain control characters. %s (found at least %s)", py.Repr(method), py.Repr(m)))
	}
	c.method = method
	if url == "" {
		url = "/"
	}
	if m := badPath.FindString(url); m != "" {
		raise(invalidURL, fmt.Sprintf("URL can't contain control characters. %s (found at least %s)", py.Repr(url), py.Repr(m)))
	}
	c.buffer = append(c.buffer, string(py.StrEncode(method+" "+url+" HTTP/1.1", "ascii", "strict")))
	if !skipHost {
		host := c.host
		if strings.HasPrefix(url, "http") {
			if _, rest, ok := strings.Cut(url, "://"); ok {
				host, _, _ = strings.Cut(rest, "/")
			}
			c.putHeader("Host", host)
		} else {
			if strings.Contains(host, ":") {
				host = "[" + host + "]"
			}
			if c.port != c.standard {
				host += ":" + strconv.Itoa(c.port)
			}
			c.putHeader("Host", host)
		}
	}
	if !skipEncoding {
		c.putHeader("Accept-Encoding", "identity")
	}
}

func headerValue(v any) string {
	switch x := py.Payload(v).(type) {
	case string:
		return string(py.StrEncode(x, "latin-1", "strict"))
	case int:
		return strconv.Itoa(x)
	}
	return py.BytesLike(v)
}

func (c *Connection) putHeader(name any, values ...any) {
	if c.state != started {
		raise(cannotHeader)
	}
	header := ""
	if text, ok := py.Payload(name).(string); ok {
		header = string(py.StrEncode(text, "ascii", "strict"))
	} else {
		header = py.BytesLike(name)
	}
	if !goodName.MatchString(header) {
		panic(exc.ValueError("Invalid header name %s", py.Repr(py.Bytes(header))))
	}
	var parts []string
	for _, v := range values {
		text := headerValue(v)
		if badValue.MatchString(text) {
			panic(exc.ValueError("Invalid header value %s", py.Repr(py.Bytes(text))))
		}
		parts = append(parts, text)
	}
	c.buffer = append(c.buffer, header+": "+strings.Join(parts, "\r\n\t"))
}

func (c *Connection) endHeaders(body any, chunked bool) {
	if c.state != started {
		raise(cannotHeader)
	}
	c.state = sent
	text := strings.Join(c.buffer, "\r\n") + "\r\n\r\n"
	c.buffer = nil
	c.send(py.Bytes(text))
	if body == nil {
		return
	}
	eachBlock(body, func(block any) {
		data := py.BytesLike(block)
		switch {
		case data == "":
		case chunked:
			c.send(py.Bytes(fmt.Sprintf("%X\r\n%s\r\n", len(data), data)))
		default:
			c.send(block)
		}
	})
	if chunked {
		c.send(py.Bytes("0\r\n\r\n"))
	}
}

// contentLength is the length of a body, -1 if it is not known.
func contentLength(body any, method string) int {
	if body == nil {
		switch strings.ToUpper(method) {
		case "PATCH", "POST", "PUT":
			return 0
		}
		return -1
	}
	if text, ok := py.Payload(body).(string); ok {
		return py.StrLen(text)
	}
	if isBytes(body) && !py.HasAttr(body, "read") {
		return len(py.BytesLike(body))
	}
	return -1
}

func (c *Connection) request(method, url string, body, headers any, chunked bool) {
	given := map[string]bool{}
	for name := range py.Iter(headers) {
		given[strings.ToLower(py.As[string](name))] = true
	}
	c.putRequest(method, url, given["host"], given["accept-encoding"])
	switch {
	case given["content-length"]:
		chunked = false
	case !given["transfer-encoding"]:
		chunked = false
		if n := contentLength(body, method); n >= 0 {
			c.putHeader("Content-Length", strconv.Itoa(n))
		} else if body != nil {
			chunked = true
			c.putHeader("Transfer-Encoding", "chunked")
		}
	}
	for pair := range py.Iter(py.CallMethod(headers, "items")) {
		t := py.Unpack(pair, 2)
		c.putHeader(t[0], t[1])
	}
	if text, ok := py.Payload(body).(string); ok {
		body = encodeBody(text)
	}
	c.endHeaders(body, chunked)
}

// encodeBody encodes a body given as text. It raises UnicodeEncodeError with
// advice.
func encodeBody(text string) any {
	var encoded any
	err := py.Try(func() error { encoded = py.StrEncode(text, "latin-1", "strict"); return nil })
	if err == nil {
		return encoded
	}
	e := py.AsException(err)
	start, end := py.As[int](py.GetAttr(e, "start")), py.As[int](py.GetAttr(e, "end"))
	part := py.StrSlice(text, start, end, nil)
	reason := fmt.Sprintf("body (%.20s) is not valid Latin-1. Use body.encode('utf-8') if you want to send it encoded in UTF-8.", py.Repr(part)[1:len(py.Repr(part))-1])
	py.Raise(py.Call(py.Builtin("UnicodeEncodeError"), py.GetAttr(e, "encoding"), text, start, end, reason))
	return nil
}

func (c *Connection) getResponse() *Response {
	if c.response != nil && c.response.file == nil {
		c.response = nil
	}
	if c.state != sent || c.response != nil {
		raise(notReady, c.state)
	}
	r := py.CallKw(responseClass, []any{c.sock}, py.Kwargs{{Name: "method", Value: c.method}}).(*Response)
	err := py.Try(func() error { r.begin(); return nil })
	if err != nil {
		if py.Matches(err, py.ConnectionError) {
			c.close()
		}
		r.close()
		py.Check(err)
	}
	c.state = idle
	if r.willClose {
		c.close()
	} else {
		c.response = r
	}
	return r
}

var connectionClass = py.NewNativeClass(moduleName, "HTTPConnection", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Connection]
	d.Set("default_port", defaultPort)
	d.Set("auto_open", 1)
	d.Set("debuglevel", 0)
	d.Alloc(func() any { return &Connection{state: idle, standard: defaultPort} })
	d.Init("__init__(self, host, port=None, timeout=, source_address=None, blocksize=8192)",
		func(self, host, port, timeout, source, _ any) any {
			c := of(self)
			c.timeout, c.source = timeout, source
			c.split(py.As[string](host), port)
			return nil
		}, absent)
	d.Getter("host", func(self any) any { return of(self).host })
	d.Getter("port", func(self any) any { return of(self).port })
	d.Member("timeout", func(self any) any { return of(self).timeout }, func(self, v any) { of(self).timeout = v })
	d.Member("sock", func(self any) any { return of(self).sock }, func(self, v any) { of(self).sock = v })
	d.Method("connect(self)", func(self any) any {
		of(self).connect()
		return nil
	})
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("send(self, data)", func(self, data any) any {
		of(self).send(data)
		return nil
	})
	d.Method("putrequest(self, method, url, skip_host=False, skip_accept_encoding=False)", func(self, method, url, host, encoding any) any {
		of(self).putRequest(py.As[string](method), py.As[string](url), py.Truth(host), py.Truth(encoding))
		return nil
	})
	d.Method("putheader(self, header, *values)", func(self, name, values any) any {
		of(self).putHeader(name, values.(py.Tuple)...)
		return nil
	})
	d.Method("endheaders(self, message_body=None, *, encode_chunked=False)", func(self, body, chunked any) any {
		of(self).endHeaders(body, py.Truth(chunked))
		return nil
	})
	d.Method("request(self, method, url, body=None, headers=, *, encode_chunked=False)", func(self, method, url, body, headers, chunked any) any {
		of(self).request(py.As[string](method), py.As[string](url), body, headers, py.Truth(chunked))
		return nil
	}, py.DictOf[any, any]())
	d.Method("getresponse(self)", func(self any) any { return of(self).getResponse() })
})
