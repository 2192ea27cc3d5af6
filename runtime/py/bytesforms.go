package py

import "strings"

// The methods of bytes for code that knows its types
// (https://docs.python.org/3.13/library/stdtypes.html#bytes-methods).

// Upper is b.upper(): ASCII letters become upper case.
func (b Bytes) Upper() Bytes { return Bytes(bytesUpper(string(b))) }

// Lower is b.lower(): ASCII letters become lower case.
func (b Bytes) Lower() Bytes { return Bytes(bytesLower(string(b))) }

// Strip is b.strip(): without ASCII whitespace at both ends.
func (b Bytes) Strip() Bytes { return Bytes(bytesStrip(string(b), nil, true, true)) }

// RStrip is b.rstrip(): without ASCII whitespace at the end.
func (b Bytes) RStrip() Bytes { return Bytes(bytesStrip(string(b), nil, false, true)) }

// HasPrefix is b.startswith(prefix).
func (b Bytes) HasPrefix(prefix Bytes) bool { return strings.HasPrefix(string(b), string(prefix)) }

// HasSuffix is b.endswith(suffix).
func (b Bytes) HasSuffix(suffix Bytes) bool { return strings.HasSuffix(string(b), string(suffix)) }
