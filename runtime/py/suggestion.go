package py

// The suggestions "Did you mean" of CPython: the candidate at the smallest
// edit distance, if that is small for the length of the names.

const (
	maxSuggestionCandidates = 750
	maxSuggestionLength     = 40
	moveCost                = 2
	caseCost                = 1
)

// SuggestName returns the best candidate for a mistyped name, or "".
func SuggestName(name string, candidates []string) string {
	if len(candidates) >= maxSuggestionCandidates {
		return ""
	}
	best, bestDistance := "", int(^uint(0)>>1)
	for _, candidate := range candidates {
		if candidate == name {
			continue
		}
		limit := (len(name) + len(candidate) + 3) * moveCost / 6
		limit = min(limit, bestDistance-1)
		d := editDistance(name, candidate, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

func substitutionCost(a, b byte) int {
	if a&31 != b&31 {
		return moveCost
	}
	if a == b {
		return 0
	}
	lower := func(c byte) byte {
		if 'A' <= c && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}
	if lower(a) == lower(b) {
		return caseCost
	}
	return moveCost
}

// editDistance is the weighted edit distance of a and b, or limit+1 when it is
// more than limit.
func editDistance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxSuggestionLength || len(b) > maxSuggestionLength {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := range len(b) {
		distance := j * moveCost
		result = distance
		smallest := int(^uint(0) >> 1)
		for i := range len(a) {
			substitute := distance + substitutionCost(b[j], a[i])
			distance = row[i]
			result = min(substitute, min(result, distance)+moveCost)
			row[i] = result
			smallest = min(smallest, result)
		}
		if smallest > limit {
			return limit + 1
		}
	}
	return result
}
