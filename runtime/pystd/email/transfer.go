package email

import (
	"encoding/base64"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// decodeQuotedPrintable is the bytes of a body in that encoding.
func decodeQuotedPrintable(data string) string {
	return py.BytesLike(py.Call(binascii.Module().Attr("a2b_qp"), py.Bytes(data)))
}

// encodeQuotedPrintable writes a body in lines of at most maxLine characters.
// Line ends in data stand for themselves.
func encodeQuotedPrintable(data string, maxLine int) string {
	if maxLine < 4 {
		panic(exc.ValueError("maxlinelen must be at least 4"))
	}
	if data == "" {
		return data
	}
	var b strings.Builder
	for i := range len(data) {
		c := data[i]
		if c == '\r' || c == '\n' || c == '\t' || c >= ' ' && c <= '~' && c != '=' {
			b.WriteByte(c)
		} else {
			writeEscape(&b, c)
		}
	}
	body := b.String()
	var lines []string
	for _, line := range splitLines(body) {
		lines = append(lines, softBreaks(line, maxLine)...)
	}
	if last := body[len(body)-1]; last == '\r' || last == '\n' {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

func writeEscape(b *strings.Builder, c byte) {
	const digits = "0123456789ABCDEF"
	b.WriteByte('=')
	b.WriteByte(digits[c>>4])
	b.WriteByte(digits[c&15])
}

// softBreaks breaks a line so that no escape is cut and no blank ends it.
func softBreaks(line string, maxLine int) []string {
	var lines []string
	start, last := 0, len(line)-1-maxLine
	for start <= last {
		stop := start + maxLine - 1
		switch {
		case line[stop-2] == '=':
			lines = append(lines, line[start:stop-1])
			start = stop - 2
		case line[stop-1] == '=':
			lines = append(lines, line[start:stop])
			start = stop - 1
		default:
			lines = append(lines, line[start:stop]+"=")
			start = stop
		}
	}
	if line == "" || line[len(line)-1] != ' ' && line[len(line)-1] != '\t' {
		return append(lines, line[start:])
	}
	var escape strings.Builder
	writeEscape(&escape, line[len(line)-1])
	end := escape.String()
	switch room := start - last; {
	case room == 2:
		end = line[len(line)-1:] + "=\n"
	case room < 2:
		end = "=\n" + end
	}
	return append(lines, line[start:len(line)-1]+end)
}

// encodeBase64 writes data in lines of at most maxLine characters.
func encodeBase64(data string, maxLine int) string {
	var b strings.Builder
	size := maxLine / 4 * 3
	if size <= 0 {
		panic(exc.ValueError("range() arg 3 must not be zero"))
	}
	for ; data != ""; data = data[min(size, len(data)):] {
		b.WriteString(base64.StdEncoding.EncodeToString([]byte(data[:min(size, len(data))])))
		b.WriteByte('\n')
	}
	return b.String()
}

// bytesLines is bytes.splitlines.
func bytesLines(data string) []string {
	data = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(data)
	if data == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(data, "\n"), "\n")
}

// encodeText chooses how a text is transferred, unless encoding says it, and
// writes it so.
func encodeText(text, charset string, encoding any, p *Policy) (name, body string) {
	lines := bytesLines(string(py.StrEncode(text, charset, "strict")))
	embedded := func(lines []string) string { return strings.Join(lines, p.linesep) + p.linesep }
	normal := strings.Join(lines, "\n") + "\n"
	name, given := encoding.(string)
	if !given {
		longest := 0
		for _, line := range lines {
			longest = max(longest, len(line))
		}
		if longest <= p.maxLine {
			if py.StrIsASCII(normal) {
				return "7bit", normal
			}
			if p.cteType == "8bit" {
				return "8bit", py.BytesDecode(normal, "ascii", "surrogateescape")
			}
		}
		sample := embedded(lines[:min(10, len(lines))])
		quoted := encodeQuotedPrintable(sample, p.maxLine)
		name = "quoted-printable"
		if len(quoted) > base64.StdEncoding.EncodedLen(len(sample))+1 {
			name = "base64"
		} else if len(lines) <= 10 {
			return name, quoted
		}
	}
	switch name {
	case "7bit":
		return name, py.BytesDecode(normal, "ascii", "strict")
	case "8bit":
		return name, py.BytesDecode(normal, "ascii", "surrogateescape")
	case "quoted-printable":
		return name, encodeQuotedPrintable(normal, p.maxLine)
	case "base64":
		return name, encodeBase64(embedded(lines), p.maxLine)
	}
	panic(exc.ValueError("Unknown content transfer encoding %s", name))
}
