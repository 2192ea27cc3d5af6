package httpclient

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

const moduleName = "http.client"

// longestLine and mostHeaders are limits of what is accepted.
const (
	longestLine = 65536
	mostHeaders = 100
)

func failure(name string, bases ...any) *py.Class { return define.Class(moduleName, name, bases, nil) }

var (
	httpException   = failure("HTTPException", py.ExceptionClass)
	notConnected    = failure("NotConnected", httpException)
	invalidURL      = failure("InvalidURL", httpException)
	improperState   = failure("ImproperConnectionState", httpException)
	cannotSend      = failure("CannotSendRequest", improperState)
	cannotHeader    = failure("CannotSendHeader", improperState)
	notReady        = failure("ResponseNotReady", improperState)
	unknownTransfer = failure("UnknownTransferEncoding", httpException)
	unknownMode     = failure("UnimplementedFileMode", httpException)

	unknownProtocol = define.Class(moduleName, "UnknownProtocol", []any{httpException}, func(b *define.Body) {
		b.Method("__init__(self, version)", func(self, version any) any {
			py.SetAttr(self, "args", py.Tuple{version})
			py.SetAttr(self, "version", version)
			return nil
		})
	})
	badStatusLine = define.Class(moduleName, "BadStatusLine", []any{httpException}, func(b *define.Body) {
		b.Method("__init__(self, line)", func(self, line any) any {
			if !py.Truth(line) {
				line = py.Repr(line)
			}
			py.SetAttr(self, "args", py.Tuple{line})
			py.SetAttr(self, "line", line)
			return nil
		})
	})
	lineTooLong = define.Class(moduleName, "LineTooLong", []any{httpException}, func(b *define.Body) {
		b.Method("__init__(self, line_type)", func(self, kind any) any {
			py.SetAttr(self, "args", py.Tuple{fmt.Sprintf("got more than %d bytes when reading %s", longestLine, py.Str(kind))})
			return nil
		})
	})
	disconnected = define.Class(moduleName, "RemoteDisconnected", []any{py.ConnectionResetError, badStatusLine}, func(b *define.Body) {
		b.Method("__init__(self, *pos, **kw)", func(self, args, _ any) any {
			py.SetAttr(self, "line", "''")
			py.SetAttr(self, "args", args)
			return nil
		})
	})
	incompleteRead = define.Class(moduleName, "IncompleteRead", []any{httpException}, func(b *define.Body) {
		b.Method("__init__(self, partial, expected=None)", func(self, partial, expected any) any {
			py.SetAttr(self, "args", py.Tuple{partial})
			py.SetAttr(self, "partial", partial)
			py.SetAttr(self, "expected", expected)
			return nil
		})
		text := func(self any) any {
			more := ""
			if expected := py.GetAttr(self, "expected"); expected != nil {
				more = ", " + py.Str(expected) + " more expected"
			}
			return fmt.Sprintf("%s(%d bytes read%s)", py.TypeOf(self).Name(), py.Len(py.GetAttr(self, "partial")), more)
		}
		b.Method("__repr__(self)", text)
		b.Method("__str__(self)", text)
	})
)

// raise raises an exception of the module.
func raise(class *py.Class, args ...any) { py.Raise(py.Call(class, args...)) }

// ParseHeaders reads the headers of a message from a stream of bytes. It raises
// HTTPException and LineTooLong.
func ParseHeaders(file any) *Message {
	return parseMessage(string(readHeaders(file)))
}

func readHeaders(file any) []byte {
	var all []byte
	for count := 1; ; count++ {
		line := py.BytesLike(py.CallMethod(file, "readline", longestLine+1))
		if len(line) > longestLine {
			raise(lineTooLong, "header line")
		}
		for _, c := range []byte(line) {
			all = append(all, string(rune(c))...) // latin-1
		}
		if count > mostHeaders {
			raise(httpException, fmt.Sprintf("got more than %d headers", mostHeaders))
		}
		if line == "\r\n" || line == "\n" || line == "" {
			return all
		}
	}
}
