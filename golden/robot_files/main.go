// urllib.robotparser: what a site lets crawlers fetch.
package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/robotparser"
)

const text = `# a comment
User-agent: figtree
User-agent: Oaks/2
Crawl-delay: 3
Request-rate: 9 / 30
Disallow: /tmp
Disallow: /a%3cd.html
Disallow: /a/b.html
Allow: /tmp/x

User-Agent: *
Disallow: /private/ # all of it
Allow: /private/open
Crawl-delay: soon
Unknown: 5

Disallow: /ignored
User-agent: last
Disallow:
Sitemap: http://example.com/map.xml
sitemap: http://example.com/more.xml
`

func mainFunc() {
	rp := py.Call(robotparser.Module().Attr("RobotFileParser"), "http://example.com/robots.txt")
	py.Print(py.GetAttr(rp, "url"), py.GetAttr(rp, "host"), py.GetAttr(rp, "path"), py.CallMethod(rp, "mtime"), py.CallMethod(rp, "can_fetch", "x", "/"), py.CallMethod(rp, "crawl_delay", "x"), py.CallMethod(rp, "site_maps"))
	py.MethodOf(rp, "parse").Call(py.BoxList(py.StrSplitLines(text)))
	py.Print(py.Gt(py.CallMethod(rp, "mtime"), 0), py.CallMethod(rp, "site_maps"))
	for _, agent := range []string{"figtree", "FigTree/1.0 Robot", "oaks/2", "Oaks", "last", "other"} {
		py.PrintWith([]any{agent, py.CallMethod(rp, "crawl_delay", agent), py.CallMethod(rp, "request_rate", agent)}, py.PrintOptions{End: ":"})
		for _, url := range []string{"/tmp", "/tmp/x", "/a%3Cd.html", "/a/b.html?q", "http://example.com/private/x", "/private/open", "", "/ok", "/ignored"} {
			py.PrintWith([]any{"", py.CallMethod(rp, "can_fetch", agent, url)}, py.PrintOptions{End: ""})
		}
		fmt.Println()
	}
	py.Print(py.GetAttr(py.CallMethod(rp, "request_rate", "figtree"), "requests"), py.GetAttr(py.CallMethod(rp, "request_rate", "figtree"), "seconds"))
	py.Print(rp)
	py.SetAttr(rp, "disallow_all", true)
	py.Print(py.CallMethod(rp, "can_fetch", "last", "/ok"))

	empty := py.Call(robotparser.Module().Attr("RobotFileParser"))
	py.CallMethod(empty, "parse", py.ListOf[any]())
	py.Print(py.CallMethod(empty, "can_fetch", "x", "/"), py.Repr(py.Str(empty)), py.CallMethod(empty, "crawl_delay", "x"))
}

func main() {
	py.Main(func() error {
		mainFunc()
		return nil
	})
}
