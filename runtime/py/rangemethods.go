package py

func init() {
	RangeClass.define(defineRange)
	SliceClass.define(defineSlice)
}

func defineRange(d *Definition) {
	d.New("range(start, stop=, step=1, /)", func(start, stop, step any) any {
		if stop == missing {
			return NewRange(0, start, 1)
		}
		return NewRange(start, stop, step)
	}, missing)
	d.Getter("start", func(self any) any { return self.(*Range).start })
	d.Getter("stop", func(self any) any { return self.(*Range).stop })
	d.Getter("step", func(self any) any { return self.(*Range).step })
	d.Method("count(self, object, /)", func(self, v any) any { return boolInt(self.(*Range).Has(v)) })
	d.Method("index(self, object, /)", func(self, v any) any {
		r := self.(*Range)
		at := r.search(v)
		if i, ok := intOf(v); ok {
			at = r.indexOf(i)
		}
		if at == nil {
			if _, ok := intOf(v); ok {
				raisef(NewValueError, "%s is not in range", Repr(v))
			}
			raisef(NewValueError, "sequence.index(x): x not in sequence")
		}
		return at
	})
	d.Method("__reversed__(self, /)", func(self any) any { return self.(*Range).reversed() })
}

func defineSlice(d *Definition) {
	d.New("slice(start, stop=, step=None, /)", func(start, stop, step any) any {
		if stop == missing {
			return NewSlice(nil, start, nil)
		}
		return NewSlice(start, stop, step)
	}, missing)
	d.Getter("start", func(self any) any { return self.(*Slice).Start })
	d.Getter("stop", func(self any) any { return self.(*Slice).Stop })
	d.Getter("step", func(self any) any { return self.(*Slice).Step })
	d.Method("indices(self, length, /)", func(self, length any) any {
		n := intArg(length)
		if n < 0 {
			raisef(NewValueError, "length should not be negative")
		}
		s := self.(*Slice).span(n)
		return Tuple{s.start, s.stop, s.step}
	})
}
