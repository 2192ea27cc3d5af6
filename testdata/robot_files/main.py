"""urllib.robotparser: what a site lets crawlers fetch."""
from urllib.robotparser import RobotFileParser

TEXT = """\
# a comment
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
"""


def main():
    rp = RobotFileParser("http://example.com/robots.txt")
    print(rp.url, rp.host, rp.path, rp.mtime(), rp.can_fetch("x", "/"), rp.crawl_delay("x"), rp.site_maps())
    rp.parse(TEXT.splitlines())
    print(rp.mtime() > 0, rp.site_maps())
    for agent in "figtree", "FigTree/1.0 Robot", "oaks/2", "Oaks", "last", "other":
        print(agent, rp.crawl_delay(agent), rp.request_rate(agent), end=":")
        for url in ("/tmp", "/tmp/x", "/a%3Cd.html", "/a/b.html?q", "http://example.com/private/x", "/private/open", "", "/ok", "/ignored"):
            print("", rp.can_fetch(agent, url), end="")
        print()
    print(rp.request_rate("figtree").requests, rp.request_rate("figtree").seconds)
    print(rp)
    rp.disallow_all = True
    print(rp.can_fetch("last", "/ok"))

    empty = RobotFileParser()
    empty.parse([])
    print(empty.can_fetch("x", "/"), repr(str(empty)), empty.crawl_delay("x"))


main()
