package py

// Ellipsis is the constant Ellipsis, written ... in Python.
var Ellipsis any = &ellipsis{}

// NotImplemented is the constant that special methods return for operands they
// do not know.
var NotImplemented any = &notImplemented{}

// The types have a size, so that their values have addresses of their own.
type ellipsis struct{ _ byte }

type notImplemented struct{ _ byte }

func (*ellipsis) PyClass() *Class { return EllipsisClass }

func (*notImplemented) PyClass() *Class { return NotImplementedClass }

// missing is the default of parameters whose absence a builtin must see.
var missing any = &absent{}

type absent struct{ _ byte }

func init() {
	EllipsisClass.define(func(d *Definition) {
		d.New("ellipsis()", func() any { return Ellipsis })
		d.Method("__repr__(self, /)", func(self any) any { return "Ellipsis" })
	})
	NotImplementedClass.define(func(d *Definition) {
		d.New("NotImplementedType()", func() any { return NotImplemented })
		d.Method("__repr__(self, /)", func(self any) any { return "NotImplemented" })
	})
	NoneClass.define(func(d *Definition) {
		d.New("NoneType()", func() any { return nil })
	})
}
