package py

import (
	"slices"
	"strings"
)

// Punycode is RFC 3492: the ASCII characters of a text, then for each other one
// how far it is from the one before, in order of code points.

const (
	punyBase    = 36
	punyTMin    = 1
	punyTMax    = 26
	punySkew    = 38
	punyDamp    = 700
	punyBias    = 72
	punyStart   = 0x80
	punyDigits  = "abcdefghijklmnopqrstuvwxyz0123456789"
	maxCodeRune = 0x10FFFF
)

// punyThreshold is the threshold of the j-th digit of a delta.
func punyThreshold(j, bias int) int {
	return min(max(punyBase*(j+1)-bias, punyTMin), punyTMax)
}

// punyAdapt is the bias after a delta.
func punyAdapt(delta int, first bool, length int) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / length
	k := 0
	for delta > (punyBase-punyTMin)*punyTMax/2 {
		delta /= punyBase - punyTMin
		k += punyBase
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

func encodePunycode(e *encoding) {
	var extended []rune
	for _, r := range e.text {
		if r < punyStart {
			e.out = append(e.out, byte(r))
		} else if !slices.Contains(extended, r) {
			extended = append(extended, r)
		}
	}
	slices.Sort(extended)
	handled, bias, first := len(e.out), punyBias, true
	if handled > 0 {
		e.out = append(e.out, '-')
	}
	last, delta := rune(punyStart), 0
	for _, next := range extended {
		delta += int(next-last) * (handled + 1)
		last = next
		for _, r := range e.text {
			if r < next {
				delta++
			}
			if r != next {
				continue
			}
			q := delta
			for j := 0; ; j++ {
				t := punyThreshold(j, bias)
				if q < t {
					e.out = append(e.out, punyDigits[q])
					break
				}
				e.out = append(e.out, punyDigits[t+(q-t)%(punyBase-t)])
				q = (q - t) / (punyBase - t)
			}
			handled++
			bias = punyAdapt(delta, first, handled)
			delta, first = 0, false
		}
		delta++
		last++
	}
}

func decodePunycode(d *decoding) {
	switch d.errors {
	case "strict", "replace", "ignore":
	default:
		raisef(NewUnicodeError, "Unsupported error handling: %s", d.errors)
	}
	mark := strings.LastIndexByte(d.data, '-')
	ascii := &decoding{name: "ascii", errors: d.errors, data: d.data[:max(mark, 0)]}
	decodeASCII(ascii)
	text := runesOf(string(ascii.out))
	strict := d.errors == "strict"
	char, pos, bias := punyStart, -1, punyBias
	for at := mark + 1; at < len(d.data); {
		first := at == mark+1
		delta, end, ok := d.punyDelta(at, bias, strict)
		if !ok {
			break
		}
		at = end
		pos += delta + 1
		char += pos / (len(text) + 1)
		if char > maxCodeRune {
			if strict {
				d.raise(mark+pos, mark+1+pos, "Invalid character U+"+Format(char, "x"))
			}
			char = '?'
		}
		pos %= len(text) + 1
		text = slices.Insert(text, pos, rune(char))
		bias = punyAdapt(delta, first, len(text))
	}
	for _, r := range text {
		d.out = appendRune(d.out, r)
	}
}

// punyDelta reads the number that begins at a place.
func (d *decoding) punyDelta(at, bias int, strict bool) (delta, end int, ok bool) {
	weight := 1
	for j := 0; ; j++ {
		if at >= len(d.data) {
			if strict {
				d.raise(at, at+1, "incomplete punycode string")
			}
			return 0, at, false
		}
		digit := strings.IndexByte(punyDigits, d.data[at]|0x20)
		if '0' <= d.data[at] && d.data[at] <= '9' {
			digit = int(d.data[at]-'0') + 26
		}
		if digit < 0 || delta > maxCodeRune*1000 {
			if strict {
				d.raise(at, at+1, "Invalid extended code point '"+intRepr(int(d.data[at]))+"'")
			}
			return 0, at, false
		}
		at++
		t := punyThreshold(j, bias)
		delta += digit * weight
		if digit < t {
			return delta, at, true
		}
		weight *= punyBase - t
	}
}
