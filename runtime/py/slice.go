package py

// Slice is a slice object, the value of lo:hi:step between brackets. Its parts
// are None or anything with __index__.
type Slice struct {
	Start, Stop, Step any
}

// NewSlice makes slice(lo, hi, step).
func NewSlice(lo, hi, step any) *Slice {
	return &Slice{lo, hi, step}
}

// span is a slice applied to a sequence: count items from start, step apart.
type span struct {
	start, stop, step, count int
}

// span applies the slice to a sequence of n items. It raises ValueError for a
// step of zero and TypeError for parts that are no index.
func (s *Slice) span(n int) span {
	step := 1
	if s.Step != nil {
		step = sliceIndex(s.Step)
		if step == 0 {
			raisef(NewValueError, "slice step cannot be zero")
		}
	}
	if step > 0 {
		start, stop := 0, n
		if s.Start != nil {
			start = clampIndex(sliceIndex(s.Start), n, 0, n)
		}
		if s.Stop != nil {
			stop = clampIndex(sliceIndex(s.Stop), n, 0, n)
		}
		count := 0
		if start < stop {
			count = (stop-start-1)/step + 1
		}
		return span{start, stop, step, count}
	}
	start, stop := n-1, -1
	if s.Start != nil {
		start = clampIndex(sliceIndex(s.Start), n, -1, n-1)
	}
	if s.Stop != nil {
		stop = clampIndex(sliceIndex(s.Stop), n, -1, n-1)
	}
	count := 0
	if stop < start {
		count = (start-stop-1)/-step + 1
	}
	return span{start, stop, step, count}
}

// ascending gives the same items from the lowest index up.
func (s span) ascending() span {
	if s.step > 0 {
		return s
	}
	if s.count == 0 {
		return span{s.start, s.start, -s.step, 0}
	}
	last := s.start + (s.count-1)*s.step
	return span{last, s.start + 1, -s.step, s.count}
}

func clampIndex(i, n, low, high int) int {
	if i < 0 {
		i += n
	}
	return min(max(i, low), high)
}

// sliceIndex is a part of a slice as an int, clamped to its range. Halving the
// extremes leaves room to add a length.
func sliceIndex(v any) int {
	const limit = 1 << 62
	if i, ok := v.(int); ok {
		return min(max(i, -limit), limit)
	}
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "slice indices must be integers or None or have an __index__ method")
	}
	if n, ok := i.(int); ok {
		return min(max(n, -limit), limit)
	}
	return intSign(i) * limit
}

// sliceItems copies the items of a span.
func sliceItems[T any](items []T, s span) []T {
	out := make([]T, s.count)
	if s.step == 1 {
		copy(out, items[s.start:])
		return out
	}
	for i, at := 0, s.start; i < s.count; i, at = i+1, at+s.step {
		out[i] = items[at]
	}
	return out
}

func (s *Slice) parts() Tuple {
	return Tuple{s.Start, s.Stop, s.Step}
}

// String is repr(s).
func (s *Slice) String() string {
	return "slice(" + Repr(s.Start) + ", " + Repr(s.Stop) + ", " + Repr(s.Step) + ")"
}
