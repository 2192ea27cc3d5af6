package urllibrequest

import (
	"encoding/base64"
	"os"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpclient"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urlliberror"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

func urlError(reason any) { py.Raise(py.Call(urlliberror.URLError, reason)) }

// open is urlopen: url is a text or a Request.
func open(url, data, timeout, context any) any {
	r, ok := py.Payload(url).(*request)
	if !ok {
		r = py.Payload(py.Call(requestClass, url)).(*request)
	}
	if data != nil {
		r.data = data
	}
	r.timeout, r.context = timeout, context
	switch r.scheme {
	case "http", "https":
		return openHTTP(r)
	case "file":
		return openFile(r)
	case "data":
		return openData(r)
	}
	urlError("unknown url type: " + r.scheme)
	return nil
}

// prepare adds the headers that are not the program's.
func (r *request) prepare() {
	if r.host == "" {
		urlError("no host given")
	}
	if r.data != nil {
		if _, isText := py.Payload(r.data).(string); isText {
			panic(exc.TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."))
		}
		if !r.has("Content-type") {
			r.once.Set("Content-type", "application/x-www-form-urlencoded")
		}
		if !r.has("Content-length") && !r.has("Transfer-encoding") {
			if size, ok := bodySize(r.data); ok {
				r.once.Set("Content-length", strconv.Itoa(size))
			} else {
				r.once.Set("Transfer-encoding", "chunked")
			}
		}
	}
	if !r.has("Host") {
		r.once.Set("Host", r.host)
	}
	if !r.has("User-agent") {
		r.once.Set("User-agent", "Python-urllib/3.13")
	}
}

func bodySize(v any) (int, bool) {
	switch py.Payload(v).(type) {
	case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
		return len(py.BytesLike(v)), true
	}
	return 0, false
}

// title is name.title() of a header.
func title(name string) string {
	parts := strings.Split(name, "-")
	for i, p := range parts {
		parts[i] = capitalized(p)
	}
	return strings.Join(parts, "-")
}

// exchange sends the request and returns the response. It raises URLError.
func exchange(r *request) *httpclient.Response {
	args := []any{r.host}
	var kw py.Kwargs
	if r.timeout != any(absent) {
		kw = py.Kwargs{{Name: "timeout", Value: r.timeout}}
	}
	class := "HTTPConnection"
	if r.scheme == "https" {
		class = "HTTPSConnection"
		kw = append(kw, py.Kw{Name: "context", Value: r.context})
	}
	connection := py.CallKw(httpclient.Module().Attr(class), args, kw)
	headers := py.DictOf[any, any]()
	for _, given := range []*py.Dict[any, any]{r.once, r.headers} {
		for name, value := range given.All() {
			if !headers.Has(title(name.(string))) {
				headers.Set(title(name.(string)), value)
			}
		}
	}
	headers.Set("Connection", "close")
	err := py.Try(func() error {
		py.CallMethodKw(connection, "request", []any{r.getMethod(), r.selectorOrRoot(), r.data, headers},
			py.Kwargs{{Name: "encode_chunked", Value: r.has("Transfer-encoding")}})
		return nil
	})
	if err != nil {
		py.CallMethod(connection, "close")
		if py.Matches(err, py.OSError) {
			urlError(py.AsException(err))
		}
		py.Check(err)
	}
	response := py.CallMethod(connection, "getresponse").(*httpclient.Response)
	response.SetURL(r.fullURL())
	return response
}

func (r *request) selectorOrRoot() string {
	if r.selector == "" {
		return "/"
	}
	return r.selector
}

// Limits of redirections.
const (
	mostRepeats      = 4
	mostRedirections = 10
)

func openHTTP(r *request) any {
	for {
		r.prepare()
		response := exchange(r)
		code := response.Status()
		if code >= 200 && code < 300 {
			return response
		}
		next := r.redirected(response)
		if next == nil {
			httpError(r, response, response.Reason())
		}
		r = next
	}
}

func httpError(r *request, response *httpclient.Response, message string) {
	py.Raise(py.Call(urlliberror.HTTPError, r.fullURL(), response.Status(), message, response.Headers(), response))
}

// redirected is the request that follows a redirection, nil for any other
// response.
func (r *request) redirected(response *httpclient.Response) *request {
	code := response.Status()
	switch code {
	case 301, 302, 303, 307, 308:
	default:
		return nil
	}
	location, ok := response.Headers().Get("location")
	if !ok {
		if location, ok = response.Headers().Get("uri"); !ok {
			return nil
		}
	}
	scheme, _, hasScheme := strings.Cut(location, ":")
	if hasScheme && !strings.ContainsAny(scheme, "/?#") && scheme != "http" && scheme != "https" && scheme != "ftp" && scheme != "" {
		httpError(r, response, response.Reason()+" - Redirection to url '"+location+"' is not allowed")
	}
	target := urllibparse.Join(r.full, urllibparse.Quote(location, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"), true)
	method := r.getMethod()
	if method != "GET" && method != "HEAD" && (method != "POST" || code == 307 || code == 308) {
		httpError(r, response, response.Reason())
	}
	next := py.Payload(py.Call(requestClass, strings.ReplaceAll(target, " ", "%20"))).(*request)
	for name, value := range r.headers.All() {
		if lower := strings.ToLower(name.(string)); lower != "content-length" && lower != "content-type" {
			next.headers.Set(name, value)
		}
	}
	if method == "HEAD" {
		next.method = "HEAD"
	}
	next.timeout, next.context, next.visited = r.timeout, r.context, r.visited
	if r.visited[target] >= mostRepeats || len(r.visited) >= mostRedirections {
		httpError(r, response, "The HTTP server returned a redirect error that would lead to an infinite loop.\n"+
			"The last 30x error message was:\n"+response.Reason())
	}
	r.visited[target]++
	py.CallMethod(response, "read")
	py.CallMethod(response, "close")
	if next.scheme != "http" && next.scheme != "https" {
		urlError("unknown url type: " + next.scheme)
	}
	return next
}

// localResponse is what a URL that needs no server gives: a stream in memory
// with headers.
func localResponse(data string, url string, headers ...string) any {
	response := py.Call(localClass, py.Bytes(data))
	message := py.Call(httpclient.Module().Attr("HTTPMessage"))
	for i := 0; i < len(headers); i += 2 {
		py.SetItem(message, headers[i], headers[i+1])
	}
	py.SetAttr(response, "headers", message)
	py.SetAttr(response, "url", url)
	return response
}

var localClass = func() *py.Class {
	return py.NewClass("addinfourl", []any{io.Module().Attr("BytesIO")}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "urllib.response")
		ns.Set("status", nil)
		ns.Set("code", nil)
		ns.Set("info", py.Func("info(self)", func(self any) any { return py.GetAttr(self, "headers") }))
		ns.Set("geturl", py.Func("geturl(self)", func(self any) any { return py.GetAttr(self, "url") }))
		ns.Set("getcode", py.Func("getcode(self)", func(any) any { return nil }))
	}).(*py.Class)
}()

func openFile(r *request) any {
	path := urllibparse.Unquote(r.selector, "utf-8", "replace")
	var data string
	err := py.Try(func() error {
		file := io.Open(path, "rb")
		defer py.CallMethod(file, "close")
		data = py.BytesLike(py.CallMethod(file, "read"))
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.OSError) {
			py.Check(err)
		}
		urlError(py.AsException(err))
	}
	info, err := os.Stat(path)
	py.Check(err)
	return localResponse(data, r.fullURL(), "Content-type", "text/plain", "Content-length", strconv.Itoa(len(data)),
		"Last-modified", info.ModTime().UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
}

func openData(r *request) any {
	kind, text, ok := strings.Cut(r.selector, ",")
	if !ok {
		panic(exc.ValueError("not enough values to unpack (expected 2, got 1)"))
	}
	data := urllibparse.Unquote(text, "latin-1", "strict")
	if plain, found := strings.CutSuffix(kind, ";base64"); found {
		kind = plain
		decoded, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(data), ""))
		if err != nil {
			panic(exc.ValueError("%s", err.Error()))
		}
		data = string(decoded)
	}
	if kind == "" {
		kind = "text/plain;charset=US-ASCII"
	}
	return localResponse(data, r.fullURL(), "Content-type", kind, "Content-length", strconv.Itoa(len(data)))
}
