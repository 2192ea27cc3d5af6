package robotparser

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

// A rule allows or forbids the paths with a prefix.
type rule struct {
	path  string
	allow bool
}

func newRule(path string, allow bool) rule {
	allow = allow || path == ""
	parts := py.Call(urllibparse.Module().Attr("urlparse"), path)
	path = py.Str(py.Call(urllibparse.Module().Attr("urlunparse"), parts))
	return rule{urllibparse.Quote(path, "/"), allow}
}

func (r rule) String() string {
	if r.allow {
		return "Allow: " + r.path
	}
	return "Disallow: " + r.path
}

// A record is what a robots.txt says to some user agents.
type record struct {
	agents []string
	rules  []rule
	delay  any // an int or None
	rate   any // a RequestRate or None
}

func (r *record) appliesTo(agent string) bool {
	agent, _, _ = strings.Cut(agent, "/")
	agent = strings.ToLower(agent)
	for _, a := range r.agents {
		if a == "*" || strings.Contains(agent, strings.ToLower(a)) {
			return true
		}
	}
	return false
}

func (r *record) allows(path string) bool {
	for _, rule := range r.rules {
		if rule.path == "*" || strings.HasPrefix(path, rule.path) {
			return rule.allow
		}
	}
	return true
}

func (r *record) String() string {
	var lines []string
	for _, a := range r.agents {
		lines = append(lines, "User-agent: "+a)
	}
	if r.delay != nil {
		lines = append(lines, "Crawl-delay: "+py.Str(r.delay))
	}
	if r.rate != nil {
		lines = append(lines, fmt.Sprintf("Request-rate: %s/%s", py.Str(py.GetItem(r.rate, 0)), py.Str(py.GetItem(r.rate, 1))))
	}
	for _, rule := range r.rules {
		lines = append(lines, rule.String())
	}
	return strings.Join(lines, "\n")
}

// records are what a robots.txt says.
type records struct {
	list     []*record
	fallback *record // for agents that no other record is for
}

var recordsClass = py.NewNativeClass("urllib.robotparser", "records", nil, nil)

// PyClass is the class of records, which are the attribute of a parser.
func (*records) PyClass() *py.Class { return recordsClass }

func (r *records) add(rec *record) {
	for _, a := range rec.agents {
		if a == "*" {
			if r.fallback == nil {
				r.fallback = rec
			}
			return
		}
	}
	r.list = append(r.list, rec)
}

// of is the record for an agent; nil if there is none.
func (r *records) of(agent string) *record {
	for _, rec := range r.list {
		if rec.appliesTo(agent) {
			return rec
		}
	}
	return r.fallback
}

func (r *records) String() string {
	var texts []string
	for _, rec := range r.list {
		texts = append(texts, rec.String())
	}
	if r.fallback != nil {
		texts = append(texts, r.fallback.String())
	}
	return strings.Join(texts, "\n\n")
}
