package py

import "strings"

// WholeBytes reports whether an encoding decodes each byte, or each series of
// bytes that it is given, on its own.
func WholeBytes(encoding string) bool {
	return !strings.HasPrefix(encoding, "utf_")
}

// DecodePart decodes data, which may be followed by more unless final is set:
// what could still become a character stays. It returns the text, the number of
// bytes used, and the encoding of what follows: a byte order mark decides it
// once. It raises UnicodeDecodeError.
func DecodePart(data, encoding, errors string, final bool) (text string, used int, next string) {
	next = encoding
	switch encoding {
	case "utf_8_sig":
		if len(data) < len(byteOrderMark) && strings.HasPrefix(byteOrderMark, data) && !final {
			return "", 0, encoding
		}
		next = "utf_8"
	case "utf_16":
		if len(data) < 2 && !final {
			return "", 0, encoding
		}
		next = "utf_16_le"
		if strings.HasPrefix(data, "\xfe\xff") {
			next = "utf_16_be"
		}
	case "utf_32":
		if len(data) < 4 && !final {
			return "", 0, encoding
		}
		next = "utf_32_le"
		if strings.HasPrefix(data, "\x00\x00\xfe\xff") {
			next = "utf_32_be"
		}
	}
	used = len(data)
	if !final {
		used -= incompleteTail(data, next)
	}
	if used == 0 {
		return "", 0, encoding
	}
	return BytesDecode(data[:used], encoding, errors), used, next
}

// incompleteTail is the number of bytes at the end of data that are the
// beginning of a character.
func incompleteTail(data, encoding string) int {
	switch encoding {
	case "utf_8":
		for n := 1; n <= min(3, len(data)); n++ {
			if c := data[len(data)-n]; c >= 0xC0 {
				if length, reason := malformedUTF8(data[len(data)-n:]); reason == reasonEnd && length == n {
					return n
				}
				return 0
			}
		}
	case "utf_16_le", "utf_16_be":
		tail := len(data) % 2
		if at := len(data) - tail - 2; at >= 0 {
			order := wideOrder{big: encoding == "utf_16_be"}
			if unit := order.unit(data[at:], 2); unit >= 0xD800 && unit < 0xDC00 {
				tail += 2
			}
		}
		return tail
	case "utf_32_le", "utf_32_be":
		return len(data) % 4
	}
	return 0
}
