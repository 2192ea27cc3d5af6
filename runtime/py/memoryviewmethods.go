package py

func viewSelf(self any) *MemoryView {
	m := PayloadAs[*MemoryView](self)
	m.check()
	return m
}

func init() {
	MemoryViewClass.define(defineMemoryView)
	MemoryViewClass.define(defineMemoryViewShape)
}

func defineMemoryView(d *Definition) {
	d.New("memoryview(object)", func(object any) any { return NewMemoryView(object) })
	d.Method("tobytes(self, /, order='C')", func(self, order any) any {
		m := viewSelf(self)
		if order != nil {
			switch strArg(order, "tobytes() argument 'order' must be str or None, not %s") {
			case "C", "F", "A":
			default:
				raisef(NewValueError, "order must be 'C', 'F' or 'A'")
			}
		}
		return Bytes(m.bytes())
	})
	d.Method("tolist(self, /)", func(self any) any {
		m := viewSelf(self)
		out := &List[any]{}
		for i := range m.count {
			out.Append(m.item(i))
		}
		return out
	})
	d.Method("hex(self, /, sep=, bytes_per_sep=1)", func(self, sep, perSep any) any {
		return hexText(string(viewSelf(self).bytes()), sep, perSep)
	}, missing)
	d.Method("toreadonly(self, /)", func(self any) any {
		m := viewSelf(self)
		out := m.view(span{0, m.count, 1, m.count})
		out.readOnly = true
		return out
	})
	d.Method("cast(self, /, format, shape=)", func(self, format, shape any) any {
		out := viewSelf(self).cast(strArg(format, "cast() argument 'format' must be str, not %s"))
		if shape != missing && shape != nil {
			dims := collect(shape)
			if len(dims) > 1 {
				raisef(NewNotImplementedError, "memoryview: views of several dimensions")
			}
			if len(dims) != 1 || !equalAny(dims[0], out.count) {
				raisef(NewTypeError, "memoryview: product(shape) * itemsize != buffer size")
			}
		}
		return out
	}, missing)
	d.Method("release(self, /)", func(self any) any {
		PayloadAs[*MemoryView](self).release()
		return nil
	})
	d.Method("__enter__(self, /)", func(self any) any { return viewSelf(self) })
	d.Method("__exit__(self, /, *exc)", func(self, exc any) any {
		PayloadAs[*MemoryView](self).release()
		return nil
	})
}

func defineMemoryViewShape(d *Definition) {
	d.Getter("obj", func(self any) any { return viewSelf(self).base })
	d.Getter("nbytes", func(self any) any { m := viewSelf(self); return m.count * m.size })
	d.Getter("readonly", func(self any) any { return viewSelf(self).readOnly })
	d.Getter("itemsize", func(self any) any { return viewSelf(self).size })
	d.Getter("format", func(self any) any { return string(rune(viewSelf(self).format)) })
	d.Getter("ndim", func(self any) any { viewSelf(self); return 1 })
	d.Getter("shape", func(self any) any { return Tuple{viewSelf(self).count} })
	d.Getter("strides", func(self any) any { m := viewSelf(self); return Tuple{m.step * m.size} })
	d.Getter("suboffsets", func(self any) any { viewSelf(self); return Tuple{} })
	contiguous := func(self any) any { m := viewSelf(self); return m.step == 1 || m.count <= 1 }
	d.Getter("c_contiguous", contiguous)
	d.Getter("f_contiguous", contiguous)
	d.Getter("contiguous", contiguous)
}
