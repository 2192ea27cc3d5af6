package py

import "math"

// Most keys to sort by are numbers, strings, or tuples that begin with them.
// How two such keys compare shows in a few bytes of each, nearly always, so
// those are what is sorted: they lie side by side in memory, and comparing them
// runs no code of the program. Only what they leave open is asked of the keys.

// minPrefixed is the number of keys from which on their prefixes are sorted.
const minPrefixed = 32

// sortPrefix orders as its key does, as far as it differs from another one.
type sortPrefix struct {
	first, second uint64
	at            int32 // the place of the key
	// whole tells that keys with the same prefix are equal.
	whole bool
}

// sortByPrefix sorts items by their keys where those have prefixes, and reports
// whether they do. It is stable, and as less cannot show how often it is called,
// the result is that of mergeSort.
func sortByPrefix[K, V any](keys []K, items []V, less func(a, b K) bool) bool {
	if len(keys) < minPrefixed || len(keys) > math.MaxInt32 {
		return false
	}
	prefixes := make([]sortPrefix, len(keys))
	if !findPrefixes(keys, prefixes) {
		return false
	}
	defer func() { // as far as it came, if a comparison fails
		sorted := make([]V, len(items))
		for i, p := range prefixes {
			sorted[i] = items[p.at]
		}
		copy(items, sorted)
	}()
	mergeSort[sortPrefix, struct{}](prefixes, nil, func(a, b sortPrefix) bool {
		switch {
		case a.first != b.first:
			return a.first < b.first
		case a.second != b.second:
			return a.second < b.second
		}
		return !a.whole && less(keys[a.at], keys[b.at])
	})
	return true
}

// findPrefixes finds the prefixes of keys, and reports whether all have one of
// the same kind.
func findPrefixes[K any](keys []K, prefixes []sortPrefix) bool {
	switch keys := any(keys).(type) {
	case []int:
		for i, k := range keys {
			prefixes[i] = sortPrefix{first: intOrder(k), at: int32(i), whole: true}
		}
	case []float64:
		for i, k := range keys {
			if k != k {
				return false
			}
			prefixes[i] = sortPrefix{first: floatOrder(k), at: int32(i), whole: true}
		}
	case []string:
		for i, k := range keys {
			prefixes[i] = stringPrefix(k)
			prefixes[i].at = int32(i)
		}
	case []Tuple:
		return tuplePrefixes(keys, prefixes)
	case []any:
		switch keys[0].(type) {
		case int:
			return findTypedPrefixes[int](keys, prefixes)
		case float64:
			return findTypedPrefixes[float64](keys, prefixes)
		case string:
			return findTypedPrefixes[string](keys, prefixes)
		case Tuple:
			return findTypedPrefixes[Tuple](keys, prefixes)
		}
		return false
	default:
		return false
	}
	return true
}

// findTypedPrefixes is findPrefixes of keys that may all have the type T.
func findTypedPrefixes[T any](keys []any, prefixes []sortPrefix) bool {
	typed := make([]T, len(keys))
	for i, k := range keys {
		t, ok := k.(T)
		if !ok {
			return false
		}
		typed[i] = t
	}
	return findPrefixes(typed, prefixes)
}

// tuplePrefixes is findPrefixes of tuples, which must have the same length.
func tuplePrefixes(keys []Tuple, prefixes []sortPrefix) bool {
	length := len(keys[0])
	if length == 0 {
		return false
	}
	kind := prefixKindOf(keys[0][0])
	secondKind := noPrefix
	if length > 1 {
		secondKind = prefixKindOf(keys[0][1])
	}
	for _, k := range keys {
		if len(k) != length || prefixKindOf(k[0]) != kind || kind == noPrefix {
			return false
		}
		if length > 1 && prefixKindOf(k[1]) != secondKind {
			secondKind = noPrefix
		}
	}
	for i, k := range keys {
		p := sortPrefix{at: int32(i)}
		var whole bool
		p.first, whole = itemPrefix(k[0])
		if whole && secondKind != noPrefix {
			p.second, whole = itemPrefix(k[1])
		} else {
			whole = whole && length == 1
		}
		p.whole = whole && length <= 2
		prefixes[i] = p
	}
	return true
}

// prefixKind is which prefixes can be compared with each other.
type prefixKind uint8

const (
	noPrefix prefixKind = iota
	intKind
	floatKind
	stringKind
)

func prefixKindOf(v any) prefixKind {
	switch v := v.(type) {
	case int:
		return intKind
	case float64:
		if v == v {
			return floatKind
		}
	case string:
		return stringKind
	}
	return noPrefix
}

// itemPrefix is the prefix of an item of a tuple, and whether items with the
// same one are equal.
func itemPrefix(v any) (uint64, bool) {
	switch v := v.(type) {
	case int:
		return intOrder(v), true
	case float64:
		return floatOrder(v), true
	}
	s := v.(string)
	return textOrder(s), len(s) <= prefixedBytes
}

func intOrder(i int) uint64 { return uint64(i) ^ 1<<63 }

// floatOrder is the bits of a float, which is no nan, turned so that they order
// as the floats do.
func floatOrder(f float64) uint64 {
	bits := math.Float64bits(f + 0) // no negative zero
	if bits>>63 != 0 {
		return ^bits
	}
	return bits | 1<<63
}

// prefixedBytes is how many bytes of a string a textOrder holds.
const prefixedBytes = 7

// textOrder is the first bytes of a string, followed by how many there are, or
// more if there are more.
func textOrder(s string) uint64 {
	var p uint64
	for i := range min(len(s), prefixedBytes) {
		p |= uint64(s[i]) << (56 - 8*i)
	}
	return p | uint64(min(len(s), prefixedBytes+1))
}

func stringPrefix(s string) sortPrefix {
	p := sortPrefix{first: textOrder(s), whole: true}
	if len(s) > prefixedBytes {
		p.second = textOrder(s[prefixedBytes:])
		p.whole = len(s) <= 2*prefixedBytes
	}
	return p
}
