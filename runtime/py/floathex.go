package py

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// floatHex is float.hex(): the bits of the fraction in hexadecimal.
func floatHex(f float64) string {
	if text, ok := floatSpecial(f); ok {
		return text
	}
	sign := ""
	if math.Signbit(f) {
		sign, f = "-", -f
	}
	if f == 0 {
		return sign + "0x0.0p+0"
	}
	bits := math.Float64bits(f)
	fraction, exponent, lead := bits&(1<<52-1), int(bits>>52)-1023, 1
	if bits>>52 == 0 {
		exponent, lead = -1022, 0
	}
	return fmt.Sprintf("%s0x%d.%013xp%+d", sign, lead, fraction, exponent)
}

// floatFromHex is float.fromhex(s). It raises ValueError and OverflowError.
func floatFromHex(s string) float64 {
	text := strings.ToLower(strings.TrimFunc(s, isASCIISpace))
	sign := ""
	if text != "" && (text[0] == '+' || text[0] == '-') {
		sign, text = text[:1], text[1:]
	}
	switch text {
	case "inf", "infinity", "nan":
		return floatValue(sign + text)
	}
	digits := strings.TrimPrefix(text, "0x")
	mantissa, exponent, hasExponent := strings.Cut(digits, "p")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	ok := whole+fraction != "" && allBytes(whole+fraction, func(c byte) bool { return digitValue(c) < 16 })
	if hasExponent {
		unsigned := strings.TrimPrefix(strings.TrimPrefix(exponent, "+"), "-")
		ok = ok && allBytes(unsigned, isASCIIDigit) && len(exponent)-len(unsigned) <= 1
	} else {
		exponent = "0"
	}
	if !ok {
		raisef(NewValueError, "invalid hexadecimal floating-point string")
	}
	f, err := strconv.ParseFloat(sign+"0x"+mantissa+"p"+exponent, 64)
	if err != nil && math.IsInf(f, 0) {
		raisef(NewOverflowError, "hexadecimal value too large to represent as a float")
	}
	return f
}
