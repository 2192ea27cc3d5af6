package httpserver

import (
	goio "io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/html"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpclient"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

// fileTypes are the types of files by their endings, as CPython's mimetypes has
// them.
var fileTypes = map[string]string{
	".html": "text/html", ".htm": "text/html", ".css": "text/css", ".csv": "text/csv", ".txt": "text/plain", ".py": "text/x-python",
	".md": "text/markdown", ".xml": "text/xml", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml",
	".ico": "image/vnd.microsoft.icon", ".webp": "image/webp", ".bmp": "image/bmp", ".pdf": "application/pdf",
	".zip": "application/zip", ".tar": "application/x-tar", ".wasm": "application/wasm", ".mp3": "audio/mpeg", ".mp4": "video/mp4",
	".wav": "audio/x-wav", ".bin": "application/octet-stream", ".doc": "application/msword", ".sh": "application/x-sh",
	".c": "text/plain", ".h": "text/plain", ".bat": "text/plain", ".tsv": "text/tab-separated-values", ".webm": "video/webm",
	".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2", ".xz": "application/x-xz",
}

func filesClass(base *py.Class) *py.Class {
	var class *py.Class
	class = define.Class(moduleName, "SimpleHTTPRequestHandler", []any{base}, func(b *define.Body) {
		b.Set("server_version", "SimpleHTTP/0.6")
		b.Set("index_pages", py.Tuple{"index.html", "index.htm"})
		extensions := py.DictOf[any, any]()
		for _, ending := range []string{".gz", ".Z", ".bz2", ".xz"} {
			extensions.Set(ending, fileTypes[ending])
		}
		b.Set("extensions_map", extensions)
		b.Method("__init__(self, *args, directory=None, **kwargs)", func(self, args, directory, kwargs any) any {
			if directory == nil {
				directory = ospath.Abs(".")
			}
			py.SetAttr(self, "directory", ospath.Text(directory))
			return py.CallMethodKw(py.Super(class, self), "__init__", args.(py.Tuple), py.KwFrom(kwargs))
		})
		b.Method("do_GET(self)", func(self any) any {
			if file := py.CallMethod(self, "send_head"); file != nil {
				defer py.CallMethod(file, "close")
				py.CallMethod(self, "copyfile", file, get(self, "wfile"))
			}
			return nil
		})
		b.Method("do_HEAD(self)", func(self any) any {
			if file := py.CallMethod(self, "send_head"); file != nil {
				py.CallMethod(file, "close")
			}
			return nil
		})
		b.Method("send_head(self)", sendHead)
		b.Method("list_directory(self, path)", listDirectory)
		b.Method("translate_path(self, path)", translatePath)
		b.Method("copyfile(self, source, outputfile)", func(_, source, target any) any {
			for {
				chunk := py.CallMethod(source, "read", 64<<10)
				if !py.Truth(chunk) {
					return nil
				}
				py.CallMethod(target, "write", chunk)
			}
		})
		b.Method("guess_type(self, path)", func(self, name any) any {
			_, ending := ospath.SplitExt(py.As[string](name))
			known := get(self, "extensions_map")
			for _, e := range []string{ending, strings.ToLower(ending)} {
				if py.Contains(known, e) {
					return py.GetItem(known, e)
				}
			}
			if kind, ok := fileTypes[strings.ToLower(ending)]; ok {
				return kind
			}
			return "application/octet-stream"
		})
	})
	return class
}

func notFound(self any, message string) any {
	py.CallMethod(self, "send_error", httpclient.Status(404), message)
	return nil
}

func isDirectory(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// sendHead sends the headers for what the path names and returns the open file,
// None if there is nothing to send.
func sendHead(self any) any {
	name := py.As[string](py.CallMethod(self, "translate_path", get(self, "path")))
	if isDirectory(name) {
		requested, query, hasQuery := strings.Cut(text(self, "path"), "?")
		if !strings.HasSuffix(requested, "/") {
			location := requested + "/"
			if hasQuery {
				location += "?" + query
			}
			py.CallMethod(self, "send_response", httpclient.Status(301))
			py.CallMethod(self, "send_header", "Location", location)
			py.CallMethod(self, "send_header", "Content-Length", "0")
			py.CallMethod(self, "end_headers")
			return nil
		}
		index := ""
		for page := range py.Iter(get(self, "index_pages")) {
			candidate := ospath.Join(name, py.As[string](page))
			if info, err := os.Stat(candidate); err == nil && info.Mode().IsRegular() {
				index = candidate
				break
			}
		}
		if index == "" {
			return py.CallMethod(self, "list_directory", name)
		}
		name = index
	}
	kind := py.CallMethod(self, "guess_type", name)
	if strings.HasSuffix(name, "/") {
		return notFound(self, "File not found")
	}
	var file any
	if py.Try(func() error { file = io.Open(name, "rb"); return nil }) != nil {
		return notFound(self, "File not found")
	}
	info, err := os.Stat(name)
	py.Check(err)
	headers := get(self, "headers").(*httpclient.Message)
	since, conditional := headers.Get("If-Modified-Since")
	if _, other := headers.Get("If-None-Match"); conditional && !other {
		if t, err := time.Parse("Mon, 02 Jan 2006 15:04:05 GMT", since); err == nil && !info.ModTime().Truncate(time.Second).After(t) {
			py.CallMethod(self, "send_response", httpclient.Status(304))
			py.CallMethod(self, "end_headers")
			py.CallMethod(file, "close")
			return nil
		}
	}
	py.CallMethod(self, "send_response", httpclient.Status(200))
	py.CallMethod(self, "send_header", "Content-type", kind)
	py.CallMethod(self, "send_header", "Content-Length", strconv.FormatInt(info.Size(), 10))
	py.CallMethod(self, "send_header", "Last-Modified", py.CallMethod(self, "date_time_string", float64(info.ModTime().Unix())))
	py.CallMethod(self, "end_headers")
	return file
}

func listDirectory(self, directory any) any {
	dir, err := os.Open(py.As[string](directory))
	var names []string
	if err == nil {
		names, err = dir.Readdirnames(-1)
		_ = dir.Close()
	}
	if err != nil && err != goio.EOF {
		return notFound(self, "No permission to list directory")
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	escape := func(s string) string {
		return py.As[string](py.CallKw(html.Module().Attr("escape"), []any{s}, py.Kwargs{{Name: "quote", Value: false}}))
	}
	title := "Directory listing for " + escape(urllibparse.Unquote(text(self, "path"), "utf-8", "replace"))
	lines := []string{
		"<!DOCTYPE HTML>", `<html lang="en">`, "<head>", `<meta charset="utf-8">`, "<title>" + title + "</title>\n</head>",
		"<body>\n<h1>" + title + "</h1>", "<hr>\n<ul>",
	}
	for _, name := range names {
		full := ospath.Join(py.As[string](directory), name)
		shown, link := name, name
		if isDirectory(full) {
			shown, link = name+"/", name+"/"
		}
		if info, err := os.Lstat(full); err == nil && info.Mode()&os.ModeSymlink != 0 {
			shown = name + "@"
		}
		lines = append(lines, `<li><a href="`+urllibparse.Quote(link, "/")+`">`+escape(shown)+"</a></li>")
	}
	lines = append(lines, "</ul>\n<hr>\n</body>\n</html>\n")
	page := strings.Join(lines, "\n")
	py.CallMethod(self, "send_response", httpclient.Status(200))
	py.CallMethod(self, "send_header", "Content-type", "text/html; charset=utf-8")
	py.CallMethod(self, "send_header", "Content-Length", strconv.Itoa(len(page)))
	py.CallMethod(self, "end_headers")
	return py.Call(io.Module().Attr("BytesIO"), py.Bytes(page))
}

// translatePath is the file below the directory that the path of a URL names.
func translatePath(self, requested any) any {
	name, _, _ := strings.Cut(py.As[string](requested), "?")
	name, _, _ = strings.Cut(name, "#")
	slash := strings.HasSuffix(strings.TrimRight(name, " \t\r\n"), "/")
	name = path.Clean("/" + urllibparse.Unquote(name, "utf-8", "replace"))
	result := text(self, "directory")
	for word := range strings.SplitSeq(name, "/") {
		if word != "" && word != "." && word != ".." {
			result = ospath.Join(result, word)
		}
	}
	if slash {
		result += "/"
	}
	return result
}
