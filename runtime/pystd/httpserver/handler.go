package httpserver

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/html"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/http"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpclient"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socketserver"
)

const (
	errorType = "text/html;charset=utf-8"
	errorPage = "<!DOCTYPE HTML>\n<html lang=\"en\">\n    <head>\n        <meta charset=\"utf-8\">\n        <title>Error response</title>\n    </head>\n    <body>\n        <h1>Error response</h1>\n        <p>Error code: %(code)d</p>\n        <p>Message: %(message)s.</p>\n        <p>Error code explanation: %(code)s - %(explain)s.</p>\n    </body>\n</html>\n"
)

// Attributes of a handler that the functions here use.
const (
	versionName = "request_version"
	closeName   = "close_connection"
	bufferName  = "_headers_buffer"
)

func get(self any, name string) any { return py.GetAttr(self, name) }

func text(self any, name string) string { return py.As[string](py.GetAttr(self, name)) }

// latin1 is text for bytes, one character each.
func latin1(data string) string {
	var b strings.Builder
	for i := range len(data) {
		b.WriteRune(rune(data[i]))
	}
	return b.String()
}

func handlerClass() *py.Class {
	base := socketserver.Module().Attr("StreamRequestHandler")
	return define.Class(moduleName, "BaseHTTPRequestHandler", []any{base}, func(b *define.Body) {
		b.Set("sys_version", "Python/3.13.0")
		b.Set("server_version", "BaseHTTP/0.6")
		b.Set("protocol_version", "HTTP/1.0")
		b.Set("default_request_version", "HTTP/0.9")
		b.Set("error_message_format", errorPage)
		b.Set("error_content_type", errorType)
		b.Set("MessageClass", httpclient.Module().Attr("HTTPMessage"))
		b.Set("responses", responses())
		b.Method("parse_request(self)", parseRequest)
		b.Method("handle_expect_100(self)", func(self any) any {
			py.CallMethod(self, "send_response_only", httpclient.Status(100))
			py.CallMethod(self, "end_headers")
			return true
		})
		b.Method("handle_one_request(self)", handleOne)
		b.Method("handle(self)", func(self any) any {
			py.SetAttr(self, closeName, true)
			py.CallMethod(self, "handle_one_request")
			for !py.Truth(get(self, closeName)) {
				py.CallMethod(self, "handle_one_request")
			}
			return nil
		})
		defineAnswers(b)
		defineLogging(b)
	})
}

// responses are the phrase and the description of each status code.
func responses() any {
	table := py.DictOf[any, any]()
	for status := range py.Iter(http.Module().Attr("HTTPStatus")) {
		table.Set(status, py.Tuple{py.GetAttr(status, "phrase"), py.GetAttr(status, "description")})
	}
	return table
}

// version takes the numbers from HTTP/1.1. It reports whether they are any.
func version(word string) (major, minor int, ok bool) {
	numbers, found := strings.CutPrefix(word, "HTTP/")
	first, second, dot := strings.Cut(numbers, ".")
	digits := func(s string) bool {
		return s != "" && len(s) <= 10 && strings.Trim(s, "0123456789") == ""
	}
	if !found || !dot || !digits(first) || !digits(second) {
		return 0, 0, false
	}
	major, _ = strconv.Atoi(first)
	minor, _ = strconv.Atoi(second)
	return major, minor, true
}

// parseRequest reads the request line and the headers; it answers a bad request
// and returns False.
func parseRequest(self any) any {
	refuse := func(code int, format string, args ...any) any {
		py.CallMethod(self, "send_error", httpclient.Status(code), fmt.Sprintf(format, args...))
		return false
	}
	py.SetAttr(self, "command", nil)
	py.SetAttr(self, versionName, get(self, "default_request_version"))
	py.SetAttr(self, closeName, true)
	line := strings.TrimRight(latin1(py.BytesLike(get(self, "raw_requestline"))), "\r\n")
	py.SetAttr(self, "requestline", line)
	words := strings.Fields(line)
	if len(words) == 0 {
		return false
	}
	modern := text(self, "protocol_version") >= "HTTP/1.1"
	if len(words) >= 3 {
		last := words[len(words)-1]
		major, minor, ok := version(last)
		if !ok {
			return refuse(400, "Bad request version (%s)", py.Repr(last))
		}
		if (major > 1 || major == 1 && minor >= 1) && modern {
			py.SetAttr(self, closeName, false)
		}
		if major >= 2 {
			return refuse(505, "Invalid HTTP version (%s)", strings.TrimPrefix(last, "HTTP/"))
		}
		py.SetAttr(self, versionName, last)
	}
	if len(words) < 2 || len(words) > 3 {
		return refuse(400, "Bad request syntax (%s)", py.Repr(line))
	}
	if len(words) == 2 {
		py.SetAttr(self, closeName, true)
		if words[0] != "GET" {
			return refuse(400, "Bad HTTP/0.9 request type (%s)", py.Repr(words[0]))
		}
	}
	path := words[1]
	if strings.HasPrefix(path, "//") {
		path = "/" + strings.TrimLeft(path, "/")
	}
	py.SetAttr(self, "command", words[0])
	py.SetAttr(self, "path", path)
	var headers *httpclient.Message
	err := py.Try(func() error {
		headers = httpclient.ParseHeaders(get(self, "rfile"))
		return nil
	})
	if err != nil {
		message := "Too many headers"
		switch {
		case py.Matches(err, httpclient.Module().Attr("LineTooLong")):
			message = "Line too long"
		case !py.Matches(err, httpclient.Module().Attr("HTTPException")):
			py.Check(err)
		}
		py.CallMethod(self, "send_error", httpclient.Status(431), message, py.Str(py.AsException(err)))
		return false
	}
	py.SetAttr(self, "headers", headers)
	switch connection, _ := headers.Get("Connection"); strings.ToLower(connection) {
	case "close":
		py.SetAttr(self, closeName, true)
	case "keep-alive":
		if modern {
			py.SetAttr(self, closeName, false)
		}
	}
	expect, _ := headers.Get("Expect")
	if strings.ToLower(expect) == "100-continue" && modern && text(self, versionName) >= "HTTP/1.1" {
		return py.Truth(py.CallMethod(self, "handle_expect_100"))
	}
	return true
}

// longestRequest is the longest request line.
const longestRequest = 65536

func handleOne(self any) any {
	err := py.Try(func() error {
		line := py.BytesLike(py.CallMethod(get(self, "rfile"), "readline", longestRequest+1))
		py.SetAttr(self, "raw_requestline", py.Bytes(line))
		if len(line) > longestRequest {
			for _, name := range []string{"requestline", versionName, "command"} {
				py.SetAttr(self, name, "")
			}
			py.CallMethod(self, "send_error", httpclient.Status(414))
			return nil
		}
		if line == "" {
			py.SetAttr(self, closeName, true)
			return nil
		}
		if !py.Truth(py.CallMethod(self, "parse_request")) {
			return nil
		}
		method := "do_" + text(self, "command")
		if !py.HasAttr(self, method) {
			py.CallMethod(self, "send_error", httpclient.Status(501), "Unsupported method ("+py.Repr(get(self, "command"))+")")
			return nil
		}
		py.CallMethod(self, method)
		py.CallMethod(get(self, "wfile"), "flush")
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.TimeoutError) {
			py.Check(err)
		}
		py.CallMethod(self, "log_error", "Request timed out: %r", py.AsException(err))
		py.SetAttr(self, closeName, true)
	}
	return nil
}

// buffered adds a line to the headers that are sent together.
func buffered(self any, line string) {
	if text(self, versionName) == "HTTP/0.9" {
		return
	}
	if !py.HasAttr(self, bufferName) {
		py.SetAttr(self, bufferName, py.ListOf[any]())
	}
	py.CallMethod(get(self, bufferName), "append", py.StrEncode(line, "latin-1", "strict"))
}

func defineAnswers(b *define.Body) {
	b.Method("send_error(self, code, message=None, explain=None)", sendError)
	b.Method("send_response(self, code, message=None)", func(self, code, message any) any {
		py.CallMethod(self, "log_request", code)
		py.CallMethod(self, "send_response_only", code, message)
		py.CallMethod(self, "send_header", "Server", py.CallMethod(self, "version_string"))
		py.CallMethod(self, "send_header", "Date", py.CallMethod(self, "date_time_string"))
		return nil
	})
	b.Method("send_response_only(self, code, message=None)", func(self, code, message any) any {
		if message == nil {
			message = ""
			if known := get(self, "responses"); py.Contains(known, code) {
				message = py.GetItem(py.GetItem(known, code), 0)
			}
		}
		buffered(self, fmt.Sprintf("%s %d %s\r\n", text(self, "protocol_version"), py.As[int](py.Payload(code)), py.Str(message)))
		return nil
	})
	b.Method("send_header(self, keyword, value)", func(self, keyword, value any) any {
		buffered(self, py.Str(keyword)+": "+py.Str(value)+"\r\n")
		if strings.ToLower(py.As[string](keyword)) == "connection" {
			switch strings.ToLower(py.As[string](value)) {
			case "close":
				py.SetAttr(self, closeName, true)
			case "keep-alive":
				py.SetAttr(self, closeName, false)
			}
		}
		return nil
	})
	b.Method("end_headers(self)", func(self any) any {
		if text(self, versionName) != "HTTP/0.9" {
			buffered(self, "\r\n")
			py.CallMethod(self, "flush_headers")
		}
		return nil
	})
	b.Method("flush_headers(self)", func(self any) any {
		if py.HasAttr(self, bufferName) {
			py.CallMethod(get(self, "wfile"), "write", py.CallMethod(py.Bytes(""), "join", get(self, bufferName)))
			py.SetAttr(self, bufferName, py.ListOf[any]())
		}
		return nil
	})
}

func sendError(self, code, message, explain any) any {
	short, long := any("???"), any("???")
	if known := get(self, "responses"); py.Contains(known, code) {
		pair := py.Unpack(py.GetItem(known, code), 2)
		short, long = pair[0], pair[1]
	}
	if message == nil {
		message = short
	}
	if explain == nil {
		explain = long
	}
	py.CallMethod(self, "log_error", "code %d, message %s", code, message)
	py.CallMethod(self, "send_response", code, message)
	py.CallMethod(self, "send_header", "Connection", "close")
	var body any
	number := py.As[int](py.Payload(code))
	if number >= 200 && number != 204 && number != 205 && number != 304 {
		escape := func(v any) any {
			return py.CallKw(html.Module().Attr("escape"), []any{v}, py.Kwargs{{Name: "quote", Value: false}})
		}
		content := py.Mod(get(self, "error_message_format"), py.DictOf[any, any](
			"code", code, "message", escape(message), "explain", escape(explain)))
		body = py.StrEncode(py.As[string](content), "UTF-8", "replace")
		py.CallMethod(self, "send_header", "Content-Type", get(self, "error_content_type"))
		py.CallMethod(self, "send_header", "Content-Length", py.Str(py.Len(body)))
	}
	py.CallMethod(self, "end_headers")
	if body != nil && !py.Equal(get(self, "command"), "HEAD") {
		py.CallMethod(get(self, "wfile"), "write", body)
	}
	return nil
}

// escapeControls writes the control characters of a log line as escapes.
func escapeControls(line string) string {
	var b strings.Builder
	for _, c := range line {
		switch {
		case c == '\\':
			b.WriteString(`\\`)
		case c < 0x20 || c >= 0x7f && c < 0xa0:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

func defineLogging(b *define.Body) {
	b.Method("log_request(self, code='-', size='-')", func(self, code, size any) any {
		if n, ok := py.Payload(code).(int); ok {
			code = n
		}
		return py.CallMethod(self, "log_message", `"%s" %s %s`, get(self, "requestline"), py.Str(code), py.Str(size))
	})
	b.Method("log_error(self, format, *args)", func(self, format, args any) any {
		return py.CallMethod(self, "log_message", append([]any{format}, args.(py.Tuple)...)...)
	})
	b.Method("log_message(self, format, *args)", func(self, format, args any) any {
		message := py.As[string](py.Mod(format, args))
		py.CallMethod(io.StandardError(), "write", fmt.Sprintf("%s - - [%s] %s\n", py.Str(py.CallMethod(self, "address_string")),
			py.Str(py.CallMethod(self, "log_date_time_string")), escapeControls(message)))
		return nil
	})
	b.Method("version_string(self)", func(self any) any { return text(self, "server_version") + " " + text(self, "sys_version") })
	b.Method("date_time_string(self, timestamp=None)", func(_, stamp any) any {
		now := time.Now()
		if stamp != nil {
			now = time.Unix(int64(py.Float(stamp)), 0)
		}
		return now.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT")
	})
	b.Method("log_date_time_string(self)", func(any) any { return time.Now().Format("02/Jan/2006 15:04:05") })
	b.Method("address_string(self)", func(self any) any { return py.GetItem(get(self, "client_address"), 0) })
}
