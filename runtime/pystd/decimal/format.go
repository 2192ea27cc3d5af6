package decimal

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// specPattern is a format specification of a Decimal.
var specPattern = regexp.MustCompile(`(?s)\A(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?\z`)

// format is format(d, spec) in a context.
func (d *Decimal) format(c *Context, spec string) string {
	m := specPattern.FindStringSubmatch(spec)
	if m == nil || m[6] != "" && m[2] != "" {
		panic(exc.ValueError("invalid format string"))
	}
	fill, align, sign, width := m[1], m[2], m[3], 0
	zero := m[6] != ""
	if zero {
		fill, align = "0", "="
	}
	if fill == "" {
		fill = " "
	}
	if align == "" {
		align = ">"
	}
	if m[7] != "" {
		width, _ = strconv.Atoi(m[7])
	}
	body := d.body(c, m[9], m[10], m[4] != "")
	head := ""
	if strings.HasPrefix(body, "-") {
		head, body = "-", body[1:]
	} else if sign == "+" || sign == " " {
		head = sign
	}
	if d.kind == finite && m[5] != "" && !strings.Contains(body, ".") {
		end := wholeDigits(body)
		body = body[:end] + "." + body[end:]
	}
	if d.kind == finite {
		body = group(body, m[8], map[bool]int{true: width - len(head)}[zero])
	} else if zero {
		fill = " "
		if align == "=" {
			align = ">"
		}
	}
	n := width - len(head) - len(body)
	switch {
	case n <= 0:
		return head + body
	case align == "<":
		return head + body + strings.Repeat(fill, n)
	case align == "^":
		return strings.Repeat(fill, n/2) + head + body + strings.Repeat(fill, n-n/2)
	case align == "=":
		return head + strings.Repeat(fill, n) + body
	}
	return strings.Repeat(fill, n) + head + body
}

// body is the number with its sign, before grouping and padding.
func (d *Decimal) body(c *Context, precision, kind string, noNegativeZero bool) string {
	percent := ""
	if kind == "%" {
		percent = "%"
	}
	if d.kind != finite {
		return d.String() + percent
	}
	upper := kind == "E" || kind == "G" || kind == "" && c.capitals || kind == "F"
	if kind == "" && precision == "" {
		return d.text(false, c.capitals)
	}
	v := d
	if percent != "" {
		v = newFinite(d.neg, d.coef, d.exp+2)
	}
	if precision != "" {
		places, _ := strconv.Atoi(precision)
		switch kind {
		case "e", "E":
			v = v.roundTo(places+1, c.rounding)
		case "f", "F", "%":
			v, _ = rescale(v, -places, c.rounding)
		default:
			if v.digits() > max(places, 1) {
				v = v.roundTo(max(places, 1), c.rounding)
			}
		}
	}
	if v.isZero() && v.exp > 0 && strings.Contains("fF%", kind) && kind != "" {
		v = newFinite(v.neg, v.coef, 0)
	}
	if noNegativeZero && v.isZero() {
		v = v.withSign(false)
	}
	digits := v.coef.String()
	left := v.exp + len(digits)
	point := 1
	switch kind {
	case "e", "E":
		if v.isZero() && precision != "" {
			// libmpdec writes the zeros of the precision before the exponent is
			// counted.
			digits += precisionZeros(precision)
			left = v.exp + len(digits)
		}
	case "f", "F", "%":
		point = left
	default:
		if v.exp <= 0 && left > -6 {
			point = left
		}
	}
	var b strings.Builder
	if v.neg {
		b.WriteByte('-')
	}
	switch {
	case point <= 0:
		b.WriteString("0." + strings.Repeat("0", -point) + digits)
	case point >= len(digits):
		b.WriteString(digits + strings.Repeat("0", point-len(digits)))
	default:
		b.WriteString(digits[:point] + "." + digits[point:])
	}
	if left != point || kind == "e" || kind == "E" {
		e := "e"
		if upper {
			e = "E"
		}
		exponent := strconv.Itoa(left - point)
		if left >= point {
			exponent = "+" + exponent
		}
		b.WriteString(e + exponent)
	}
	return b.String() + percent
}

func precisionZeros(precision string) string {
	n, _ := strconv.Atoi(precision)
	return strings.Repeat("0", n)
}

// roundTo rounds to a number of digits, adding zeros if there are fewer.
func (d *Decimal) roundTo(digits int, rounding string) *Decimal {
	if d.isZero() {
		return newFinite(d.neg, new(big.Int), d.exp)
	}
	r, _ := rescale(d, d.adjusted()+1-digits, rounding)
	if r.digits() > digits {
		r, _ = rescale(r, r.exp+1, rounding)
	}
	return r
}

// group separates thousands in the whole part, which is filled with zeros
// until the text has the width.
func group(body, separator string, width int) string {
	end := wholeDigits(body)
	whole, rest := body[:end], body[end:]
	for {
		text := whole
		if separator != "" {
			for i := len(text) - 3; i > 0; i -= 3 {
				text = text[:i] + separator + text[i:]
			}
		}
		if len(text)+len(rest) >= width {
			return text + rest
		}
		whole = "0" + whole
	}
}

// wholeDigits is the number of digits a number begins with.
func wholeDigits(body string) int {
	return len(body) - len(strings.TrimLeft(body, "0123456789"))
}

// tuple is d.as_tuple() without its class.
func (d *Decimal) tuple() py.Tuple {
	digits := py.Tuple{}
	for _, r := range d.coef.String() {
		digits = append(digits, int(r-'0'))
	}
	var exp any = d.exp
	switch d.kind {
	case infinite:
		exp, digits = "F", py.Tuple{0}
	case quiet, signaling:
		exp = map[kind]string{quiet: "n", signaling: "N"}[d.kind]
		if d.coef.Sign() == 0 {
			digits = py.Tuple{}
		}
	}
	return py.Tuple{py.Int(d.neg), digits, exp}
}
