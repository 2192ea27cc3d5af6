package py

// MappingProxy is types.MappingProxyType: a view of a mapping that cannot be
// changed through it.
type MappingProxy struct {
	mapping any
}

// NewMappingProxy is types.MappingProxyType(mapping).
func NewMappingProxy(mapping any) *MappingProxy { return &MappingProxy{mapping} }

// PyClass is types.MappingProxyType.
func (m *MappingProxy) PyClass() *Class { return MappingProxyClass }

func init() {
	MappingProxyClass.define(func(d *Definition) {
		mapping := func(self any) any { return self.(*MappingProxy).mapping }
		d.New("mappingproxy(mapping, /)", func(m any) any { return NewMappingProxy(m) })
		d.Method("__getitem__(self, key, /)", func(self, k any) any { return GetItem(mapping(self), k) })
		d.Method("__contains__(self, key, /)", func(self, k any) any { return Contains(mapping(self), k) })
		d.Method("__len__(self, /)", func(self any) any { return Len(mapping(self)) })
		d.Method("__iter__(self, /)", func(self any) any { return GetIter(mapping(self)) })
		d.Method("__repr__(self, /)", func(self any) any { return "mappingproxy(" + Repr(mapping(self)) + ")" })
		d.Method("__str__(self, /)", func(self any) any { return Str(mapping(self)) })
		d.Method("__eq__(self, value, /)", func(self, value any) any {
			if p, ok := value.(*MappingProxy); ok {
				value = p.mapping
			}
			return Eq(mapping(self), value)
		})
		d.Method("__or__(self, value, /)", func(self, value any) any { return BitOr(mapping(self), value) })
		for _, name := range []string{"keys", "values", "items", "copy"} {
			d.Method(name+"(self, /)", func(self any) any { return CallMethod(mapping(self), name) })
		}
		d.Method("get(self, key, default=None, /)", func(self, k, v any) any {
			return CallMethod(mapping(self), "get", k, v)
		})
	})
}
