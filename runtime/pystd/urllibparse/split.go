// Package urllibparse is Python's module urllib.parse.
// https://docs.python.org/3.13/library/urllib.parse.html
package urllibparse

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	usesRelative = strings.Split(",ftp,http,gopher,nntp,imap,wais,file,https,shttp,mms,prospero,rtsp,rtsps,rtspu,sftp,svn,svn+ssh,ws,wss", ",")
	usesNetloc   = strings.Split(",ftp,http,gopher,nntp,telnet,imap,wais,file,mms,https,shttp,snews,prospero,rtsp,rtsps,rtspu,rsync,svn,svn+ssh,sftp,nfs,git,git+ssh,ws,wss,itms-services", ",")
	usesParams   = strings.Split(",ftp,hdl,prospero,http,imap,https,shttp,rtsp,rtsps,rtspu,sip,sips,mms,sftp,tel", ",")

	schemePattern = regexp.MustCompile(`\A[a-zA-Z][a-zA-Z0-9+.-]*:`)
	futureAddress = regexp.MustCompile(`\Av[a-fA-F0-9]+\..+\z`)
	unsafeBytes   = strings.NewReplacer("\t", "", "\r", "", "\n", "")
)

const controlOrSpace = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f "

// split is urlsplit of texts.
func split(url, scheme string, fragments bool) [5]string {
	url = unsafeBytes.Replace(strings.TrimLeft(url, controlOrSpace))
	scheme = unsafeBytes.Replace(strings.Trim(scheme, controlOrSpace))
	if s := schemePattern.FindString(url); s != "" {
		scheme, url = strings.ToLower(s[:len(s)-1]), url[len(s):]
	}
	var netloc, query, fragment string
	if strings.HasPrefix(url, "//") {
		end := strings.IndexAny(url[2:], "/?#")
		if end < 0 {
			end = len(url) - 2
		}
		netloc, url = url[2:2+end], url[2+end:]
		checkBrackets(netloc)
	}
	if fragments {
		url, fragment, _ = strings.Cut(url, "#")
	}
	url, query, _ = strings.Cut(url, "?")
	return [5]string{scheme, netloc, url, query, fragment}
}

// checkBrackets raises ValueError for a host in brackets that is no IPv6
// address.
func checkBrackets(netloc string) {
	open, closed := strings.Contains(netloc, "["), strings.Contains(netloc, "]")
	if open != closed {
		panic(exc.ValueError("Invalid IPv6 URL"))
	}
	if !open {
		return
	}
	_, host, _ := strings.Cut(netloc, "[")
	host, _, _ = strings.Cut(host, "]")
	if strings.HasPrefix(host, "v") {
		if !futureAddress.MatchString(host) {
			panic(exc.ValueError("IPvFuture address is invalid"))
		}
		return
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		panic(exc.ValueError("%s does not appear to be an IPv4 or IPv6 address", py.Repr(host)))
	}
	if address.Is4() {
		panic(exc.ValueError("An IPv4 address cannot be in brackets"))
	}
}

// parse is urlparse of texts.
func parse(url, scheme string, fragments bool) [6]string {
	s := split(url, scheme, fragments)
	path, params := s[2], ""
	if slices.Contains(usesParams, s[0]) {
		i := strings.IndexByte(path[strings.LastIndexByte(path, '/')+1:], ';')
		if i >= 0 {
			i += strings.LastIndexByte(path, '/') + 1
			path, params = path[:i], path[i+1:]
		}
	}
	return [6]string{s[0], s[1], path, params, s[3], s[4]}
}

// unsplit is urlunsplit of texts.
func unsplit(scheme, netloc, url, query, fragment string) string {
	switch {
	case netloc != "":
		if url != "" && url[0] != '/' {
			url = "/" + url
		}
		url = "//" + netloc + url
	case strings.HasPrefix(url, "//"):
		url = "//" + url
	case scheme != "" && slices.Contains(usesNetloc, scheme) && (url == "" || url[0] == '/'):
		url = "//" + url
	}
	if scheme != "" {
		url = scheme + ":" + url
	}
	if query != "" {
		url += "?" + query
	}
	if fragment != "" {
		url += "#" + fragment
	}
	return url
}

// unparse is urlunparse of texts.
func unparse(p [6]string) string {
	if p[3] != "" {
		p[2] += ";" + p[3]
	}
	return unsplit(p[0], p[1], p[2], p[4], p[5])
}

// Join is urljoin(base, url, fragments).
func Join(base, url string, fragments bool) string {
	if base == "" {
		return url
	}
	if url == "" {
		return base
	}
	b := parse(base, "", fragments)
	u := parse(url, b[0], fragments)
	if u[0] != b[0] || !slices.Contains(usesRelative, u[0]) {
		return url
	}
	if slices.Contains(usesNetloc, u[0]) {
		if u[1] != "" {
			return unparse(u)
		}
		u[1] = b[1]
	}
	if u[2] == "" && u[3] == "" {
		u[2], u[3] = b[2], b[3]
		if u[4] == "" {
			u[4] = b[4]
		}
		return unparse(u)
	}
	u[2] = resolve(b[2], u[2])
	return unparse(u)
}

// resolve joins the path of a base and a path relative to it.
func resolve(base, path string) string {
	segments := strings.Split(path, "/")
	if !strings.HasPrefix(path, "/") {
		directories := strings.Split(base, "/")
		if last := len(directories) - 1; directories[last] != "" {
			directories = directories[:last]
		}
		segments = append(directories, segments...)
		kept := segments[:0:0]
		for i, s := range segments {
			if s != "" || i == 0 || i == len(segments)-1 {
				kept = append(kept, s)
			}
		}
		segments = kept
	}
	var resolved []string
	for _, s := range segments {
		switch s {
		case "..":
			resolved = resolved[:max(len(resolved)-1, 0)]
		case ".":
		default:
			resolved = append(resolved, s)
		}
	}
	if last := segments[len(segments)-1]; last == "." || last == ".." {
		resolved = append(resolved, "")
	}
	if joined := strings.Join(resolved, "/"); joined != "" {
		return joined
	}
	return "/"
}
