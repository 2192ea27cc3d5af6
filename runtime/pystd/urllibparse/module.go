package urllibparse

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module urllib.parse.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("urllib.parse", "Parse (absolute and relative) URLs.")
	m.Set("uses_relative", texts("", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"))
	m.Set("uses_netloc", texts("", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"))
	m.Set("uses_params", texts("", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"))
	for _, t := range []*classTable{classes(), byteClasses()} {
		m.Class(t.split)
		m.Class(t.parse)
		m.Class(t.defrag)
	}
	m.Func("urlsplit(url, scheme='', allow_fragments=True)", func(url, scheme, fragments any) any {
		texts, bytes := coerced(url, scheme)
		s := split(texts[0], texts[1], py.Truth(fragments))
		return resultOf(bytes, func(t *classTable) *py.Class { return t.split }, s[:]...)
	})
	m.Func("urlparse(url, scheme='', allow_fragments=True)", func(url, scheme, fragments any) any {
		texts, bytes := coerced(url, scheme)
		p := parse(texts[0], texts[1], py.Truth(fragments))
		return resultOf(bytes, func(t *classTable) *py.Class { return t.parse }, p[:]...)
	})
	m.Func("urlunsplit(components)", func(components any) any {
		texts, bytes := coerced(py.Unpack(components, 5)...)
		return valueOf(unsplit(texts[0], texts[1], texts[2], texts[3], texts[4]), bytes)
	})
	m.Func("urlunparse(components)", func(components any) any {
		texts, bytes := coerced(py.Unpack(components, 6)...)
		return valueOf(unparse([6]string(texts)), bytes)
	})
	m.Func("urljoin(base, url, allow_fragments=True)", func(base, url, fragments any) any {
		switch {
		case !py.Truth(base):
			return url
		case !py.Truth(url):
			return base
		}
		texts, bytes := coerced(base, url)
		return valueOf(Join(texts[0], texts[1], py.Truth(fragments)), bytes)
	})
	m.Func("urldefrag(url)", func(url any) any {
		texts, bytes := coerced(url)
		defrag := func(t *classTable) *py.Class { return t.defrag }
		if !strings.Contains(texts[0], "#") {
			return resultOf(bytes, defrag, texts[0], "")
		}
		p := parse(texts[0], "", true)
		fragment := p[5]
		p[5] = ""
		return resultOf(bytes, defrag, unparse(p), fragment)
	})
	addParts(m)
	addQuoting(m)
	addQueries(m)
	return m
})

func addQuoting(m *py.Module) {
	m.Func("quote(string, safe='/', encoding=None, errors=None)", func(s, safe, encoding, errors any) any {
		return quoteValue(s, safe, encoding, errors, Quote)
	})
	m.Func("quote_plus(string, safe='', encoding=None, errors=None)", func(s, safe, encoding, errors any) any {
		return quoteValue(s, safe, encoding, errors, QuotePlus)
	})
	m.Func("quote_from_bytes(bs, safe='/')", func(b, safe any) any { return Quote(bytesOf(b), safeText(safe)) })
	m.Func("unquote(string, encoding='utf-8', errors='replace')", unquoteValue)
	m.Func("unquote_plus(string, encoding='utf-8', errors='replace')", func(s, encoding, errors any) any {
		return unquoteValue(strings.ReplaceAll(py.As[string](s), "+", " "), encoding, errors)
	})
	m.Func("unquote_to_bytes(string)", func(s any) any {
		if text, ok := py.Payload(s).(string); ok {
			return py.Bytes(unquoteBytes(text))
		}
		return py.Bytes(unquoteBytes(py.BytesLike(s)))
	})
}

func addQueries(m *py.Module) {
	const header = "(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&')"
	m.Func("parse_qsl"+header, func(args []any) any { return parseQuery(args) })
	m.Func("parse_qs"+header, func(args []any) any {
		d := py.DictOf[any, any]()
		for pair := range parseQuery(args).All() {
			name, value := pair.(py.Tuple)[0], pair.(py.Tuple)[1]
			if values, ok := d.Lookup(name); ok {
				values.(*py.List[any]).Append(value)
			} else {
				d.Set(name, py.ListOf[any](value))
			}
		}
		return d
	})
	m.Func("urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=)", func(args []any) any {
		return encodeQuery(args[0], py.Truth(args[1]), args[5], args[2:5])
	}, m.Attr("quote_plus"))
}

func parseQuery(args []any) *py.List[any] {
	keepBlank, strict := py.Truth(args[1]), py.Truth(args[2])
	var separator string
	switch v := py.Payload(args[6]).(type) {
	case string:
		separator = v
	case py.Bytes:
		separator = string(v)
	}
	if separator == "" {
		panic(exc.ValueError("Separator must be of type string or bytes."))
	}
	pairs := py.ListOf[any]()
	query, isText := py.Payload(args[0]).(string)
	if !isText {
		if !py.Truth(args[0]) {
			return pairs
		}
		query = py.BytesLike(args[0])
	}
	if query == "" {
		return pairs
	}
	if limit := args[5]; limit != nil && py.Less(limit, 1+strings.Count(query, separator)) {
		panic(exc.ValueError("Max number of fields exceeded"))
	}
	unquote := func(s string) any {
		s = strings.ReplaceAll(s, "+", " ")
		if !isText {
			return py.Bytes(unquoteBytes(s))
		}
		return unquoteValue(s, args[3], args[4])
	}
	for _, field := range strings.Split(query, separator) {
		if field == "" && !strict {
			continue
		}
		name, value, found := strings.Cut(field, "=")
		if !found && strict {
			panic(exc.ValueError("bad query field: %s", py.Repr(field)))
		}
		if value != "" || keepBlank {
			pairs.Append(py.Tuple{unquote(name), unquote(value)})
		}
	}
	return pairs
}

// encodeQuery is urlencode; options are safe, encoding and errors.
func encodeQuery(query any, sequences bool, quote any, options []any) string {
	if py.HasAttr(query, "items") {
		query = py.CallMethod(query, "items")
	} else if !isPairs(query) {
		panic(exc.TypeError("not a valid non-string sequence or mapping object"))
	}
	quoted := func(v any) string {
		if b, ok := py.Payload(v).(py.Bytes); ok {
			return py.Str(py.Call(quote, b, options[0]))
		}
		return py.Str(py.Call(quote, py.Str(v), options[0], options[1], options[2]))
	}
	var fields []string
	for item := range py.Iter(query) {
		pair := py.Unpack(item, 2)
		name := quoted(pair[0]) + "="
		_, isText := py.Payload(pair[1]).(string)
		_, isBytes := py.Payload(pair[1]).(py.Bytes)
		if !sequences || isText || isBytes || !py.HasAttr(pair[1], "__len__") {
			fields = append(fields, name+quoted(pair[1]))
			continue
		}
		for v := range py.Iter(pair[1]) {
			fields = append(fields, name+quoted(v))
		}
	}
	return strings.Join(fields, "&")
}

// isPairs tells whether a query is a sequence that begins with a tuple, or is
// empty.
func isPairs(query any) bool {
	if !py.HasAttr(query, "__len__") {
		return false
	}
	if py.Len(query) == 0 {
		return true
	}
	if !py.HasAttr(query, "__getitem__") {
		return false
	}
	_, ok := py.Payload(py.GetItem(query, 0)).(py.Tuple)
	return ok
}

// texts is a list of texts.
func texts(items ...string) *py.List[any] {
	list := py.ListOf[any]()
	for _, item := range items {
		list.Append(item)
	}
	return list
}
