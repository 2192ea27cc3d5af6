package robotparser

import (
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urlliberror"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibrequest"
)

var rateClass = collections.NamedTuple("RequestRate", []string{"requests", "seconds"}, nil, "urllib.robotparser")

var parserClass = define.Class("urllib.robotparser", "RobotFileParser", nil, func(b *define.Body) {
	b.Method("__init__(self, url='')", func(self, url any) any {
		py.SetAttr(self, "entries", &records{})
		py.SetAttr(self, "sitemaps", py.ListOf[any]())
		py.SetAttr(self, "disallow_all", false)
		py.SetAttr(self, "allow_all", false)
		py.CallMethod(self, "set_url", url)
		py.SetAttr(self, "last_checked", 0)
		return nil
	})
	b.Method("mtime(self)", func(self any) any { return py.GetAttr(self, "last_checked") })
	b.Method("modified(self)", func(self any) any {
		py.SetAttr(self, "last_checked", float64(time.Now().UnixNano())/1e9)
		return nil
	})
	b.Method("set_url(self, url)", func(self, url any) any {
		parts := py.Call(urllibparse.Module().Attr("urlparse"), url)
		py.SetAttr(self, "url", url)
		py.SetAttr(self, "host", py.GetItem(parts, 1))
		py.SetAttr(self, "path", py.GetItem(parts, 2))
		return nil
	})
	b.Method("read(self)", read)
	b.Method("parse(self, lines)", parse)
	b.Method("can_fetch(self, useragent, url)", canFetch)
	b.Method("crawl_delay(self, useragent)", func(self, agent any) any {
		if r := recordOf(self, agent); r != nil {
			return r.delay
		}
		return nil
	})
	b.Method("request_rate(self, useragent)", func(self, agent any) any {
		if r := recordOf(self, agent); r != nil {
			return r.rate
		}
		return nil
	})
	b.Method("site_maps(self)", func(self any) any {
		if maps := py.GetAttr(self, "sitemaps"); py.Truth(maps) {
			return maps
		}
		return nil
	})
	b.Method("__str__(self)", func(self any) any { return entries(self).String() })
})

func entries(self any) *records { return py.GetAttr(self, "entries").(*records) }

// recordOf is the record for an agent; nil as long as nothing was read.
func recordOf(self, agent any) *record {
	if !py.Truth(py.CallMethod(self, "mtime")) {
		return nil
	}
	return entries(self).of(py.As[string](agent))
}

// read fetches the file. What forbids to read it forbids all, what says that there
// is none allows all.
func read(self any) any {
	var response any
	err := py.Try(func() error {
		response = py.Call(urllibrequest.Module().Attr("urlopen"), py.GetAttr(self, "url"))
		return nil
	})
	switch {
	case err == nil:
		text := py.CallMethod(py.CallMethod(response, "read"), "decode", "utf-8")
		py.CallMethod(self, "parse", py.CallMethod(text, "splitlines"))
	case !py.Matches(err, urlliberror.HTTPError):
		py.Check(err)
	default:
		e := py.AsException(err)
		switch code := py.As[int](py.GetAttr(e, "code")); {
		case code == 401 || code == 403:
			py.SetAttr(self, "disallow_all", true)
		case 400 <= code && code < 500:
			py.SetAttr(self, "allow_all", true)
		}
		py.CallMethod(e, "close")
	}
	return nil
}

// What a record that is being read has so far.
const (
	nothing = iota
	agents
	rules
)

func parse(self, lines any) any {
	state, rec := nothing, &record{}
	end := func() {
		entries(self).add(rec)
		rec = &record{}
	}
	py.CallMethod(self, "modified")
	for item := range py.Iter(lines) {
		line := py.As[string](item)
		if line == "" {
			switch state {
			case agents:
				rec = &record{}
			case rules:
				end()
			}
			state = nothing
		}
		line, _, _ = strings.Cut(line, "#")
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		name = strings.ToLower(strings.TrimSpace(name))
		value = urllibparse.Unquote(strings.TrimSpace(value), "utf-8", "replace")
		switch {
		case name == "user-agent":
			if state == rules {
				end()
			}
			rec.agents = append(rec.agents, value)
			state = agents
		case name == "sitemap":
			py.CallMethod(py.GetAttr(self, "sitemaps"), "append", value)
		case state != nothing && rec.set(name, value):
			state = rules
		}
	}
	if state == rules {
		end()
	}
	return nil
}

// set sets what a line of a record says, and reports whether it says anything.
func (r *record) set(name, value string) bool {
	switch name {
	case "disallow", "allow":
		r.rules = append(r.rules, newRule(value, name == "allow"))
	case "crawl-delay":
		if isNumber(value) {
			r.delay = py.Call(py.IntClass, value)
		}
	case "request-rate":
		requests, seconds, ok := strings.Cut(value, "/")
		requests, seconds = strings.TrimSpace(requests), strings.TrimSpace(seconds)
		if ok && isNumber(requests) && isNumber(seconds) {
			r.rate = py.Call(rateClass, py.Call(py.IntClass, requests), py.Call(py.IntClass, seconds))
		}
	default:
		return false
	}
	return true
}

func isNumber(s string) bool { return py.Truth(py.CallMethod(s, "isdigit")) }

func canFetch(self, agent, url any) any {
	switch {
	case py.Truth(py.GetAttr(self, "disallow_all")):
		return false
	case py.Truth(py.GetAttr(self, "allow_all")):
		return true
	case !py.Truth(py.GetAttr(self, "last_checked")):
		return false
	}
	parts := py.Call(urllibparse.Module().Attr("urlparse"), urllibparse.Unquote(py.As[string](url), "utf-8", "replace"))
	parts = py.CallMethodKw(parts, "_replace", nil, py.Kwargs{{Name: "scheme", Value: ""}, {Name: "netloc", Value: ""}})
	path := urllibparse.Quote(py.Str(py.Call(urllibparse.Module().Attr("urlunparse"), parts)), "/")
	if path == "" {
		path = "/"
	}
	r := entries(self).of(py.As[string](agent))
	return r == nil || r.allows(path)
}
