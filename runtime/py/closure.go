package py

// CellClass is types.CellType.
var CellClass = newFinalClass("cell")

// Cell is a variable of a function around, as __closure__ of an inner one shows it.
type Cell struct {
	name string
	get  func() any
}

// NewCell makes the cell of a variable.
func NewCell(name string, get func() any) *Cell { return &Cell{name, get} }

// PyClass is types.CellType.
func (*Cell) PyClass() *Class { return CellClass }

// Closes tells which variables of the functions around the function uses, in the
// order of co_freevars, and returns the function.
func (f *Function) Closes(cells ...*Cell) *Function {
	f.cells = cells
	return f
}

// closure is f.__closure__.
func (f *Function) closure() any {
	if len(f.cells) == 0 {
		return nil
	}
	cells := make(Tuple, len(f.cells))
	for i, c := range f.cells {
		cells[i] = c
	}
	return cells
}

// freeNames is co_freevars.
func (c *code) freeNames() Tuple {
	names := Tuple{}
	for _, cell := range c.function.cells {
		names = append(names, cell.name)
	}
	return names
}

func init() {
	CellClass.define(func(d *Definition) {
		d.Member("cell_contents", func(self any) any { return self.(*Cell).get() }, func(_, _ any) {
			raisef(NewNotImplementedError, "cell_contents cannot be set")
		})
		d.Method("__repr__(self, /)", func(self any) any {
			v := self.(*Cell).get()
			return "<cell at " + addressText(self) + ": " + typeName(v) + " object at " + addressText(v) + ">"
		})
	})
}
