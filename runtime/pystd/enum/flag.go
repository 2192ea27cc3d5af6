package enum

import (
	"math/big"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// flagMasks is what a flag class knows beside its members.
type flagMasks struct {
	bound any
	// mask has the bits of all members, singles those of members of one bit,
	// and all is the number whose bits are those up to the highest.
	mask, singles, all *big.Int
}

// boundary is the name of the class's boundary.
func (f *flagMasks) boundary() string {
	if f.bound == nil {
		return ""
	}
	return py.Str(py.GetAttr(f.bound, "_value_"))
}

func bitsOf(v any) (*big.Int, bool) {
	switch n := py.Payload(v).(type) {
	case int:
		return big.NewInt(int64(n)), true
	case bool:
		return py.BigInt(n), true
	case *big.Int:
		return n, true
	}
	return nil, false
}

func isSingleBit(v any) bool {
	n, ok := bitsOf(v)
	return ok && n.Sign() > 0 && n.TrailingZeroBits() == uint(n.BitLen()-1)
}

// include adds the bits of a member.
func (f *flagMasks) include(value any) {
	n, ok := bitsOf(value)
	if !ok {
		return
	}
	f.mask = new(big.Int).Or(f.mask, n)
	if isSingleBit(value) {
		f.singles = new(big.Int).Or(f.singles, n)
	}
	f.all = new(big.Int).Lsh(big.NewInt(1), uint(f.mask.BitLen()))
	f.all.Sub(f.all, big.NewInt(1))
}

// initFlag prepares a class that derives from Flag, with its boundary or the
// one it inherits.
func (info *enumClass) initFlag(name string, bases py.Tuple, boundary any) {
	isFlag := name == "Flag" && flagClass == nil && enumBase != nil && slices.Contains(bases, any(enumBase))
	inherited := boundary
	for i := len(bases) - 1; i >= 0; i-- {
		if base := infos[bases[i].(*py.Class)]; base != nil && base.flag != nil {
			isFlag = true
			if inherited == nil {
				inherited = base.flag.bound
			}
		}
	}
	if !isFlag || boundaryClass == nil {
		return
	}
	info.flag = &flagMasks{bound: inherited, mask: new(big.Int), singles: new(big.Int), all: new(big.Int)}
}

func bin(n *big.Int, width int) string {
	if n.Sign() >= 0 {
		digits := n.Text(2)
		return "0b0 " + strings.Repeat("0", max(width-len(digits), 0)) + digits
	}
	wrapped := new(big.Int).Lsh(big.NewInt(1), uint(max(width, n.BitLen())))
	digits := wrapped.Add(wrapped, n).Text(2)
	return "0b1 " + strings.Repeat("1", max(width-len(digits), 0)) + digits
}

// membersIn lists the members of one bit that value has, from the lowest bit
// or, when the class does not define them in that order, as it defines them.
func (info *enumClass) membersIn(value *big.Int) []any {
	var members []any
	known := new(big.Int).And(value, info.flag.mask)
	for i := range known.BitLen() {
		if known.Bit(i) == 1 {
			bit := py.NormInt(new(big.Int).Lsh(big.NewInt(1), uint(i)))
			if m, ok := info.byValue.Lookup(bit); ok {
				members = append(members, m)
			}
		}
	}
	if !info.inValueOrder() {
		slices.SortStableFunc(members, func(a, b any) int {
			return py.GetAttr(a, "_sort_order_").(int) - py.GetAttr(b, "_sort_order_").(int)
		})
	}
	return members
}

func (info *enumClass) inValueOrder() bool {
	var last *big.Int
	for _, name := range info.names {
		n, ok := bitsOf(py.GetAttr(info.members.Get(name), "_value_"))
		if !ok {
			return true
		}
		if last != nil && n.Cmp(last) < 0 {
			return false
		}
		last = n
	}
	return true
}

// missingFlag is Flag._missing_: it makes the pseudo-member of a combination.
// It raises ValueError for bits that the boundary does not allow.
func missingFlag(cls, value any) any {
	info := infoOf(cls)
	f := info.flag
	n, ok := bitsOf(value)
	if !ok {
		panic(exc.ValueError("%s is not a valid %s", py.Repr(value), info.class.Qualname()))
	}
	n = new(big.Int).Set(n)
	var negative any
	if outside(n, f) {
		switch f.boundary() {
		case "strict":
			width := max(n.BitLen(), f.mask.BitLen())
			panic(exc.ValueError("%s invalid value %s\n    given %s\n  allowed %s",
				py.Repr(cls), py.Repr(value), bin(n, width), bin(f.mask, width)))
		case "conform":
			n.And(n, f.mask)
		case "eject":
			return py.NormInt(n)
		case "keep":
			if n.Sign() < 0 {
				room := new(big.Int).Add(f.all, big.NewInt(1))
				if span := new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen())); span.Cmp(room) > 0 {
					room = span
				}
				n.Add(n, room)
			}
		}
	}
	if n.Sign() < 0 {
		negative = py.NormInt(new(big.Int).Set(n))
		if b := f.boundary(); b == "eject" || b == "keep" {
			n.Add(n, new(big.Int).Add(f.all, big.NewInt(1)))
		} else {
			n.And(n, f.singles)
		}
	}
	if unknown := new(big.Int).AndNot(n, f.mask); unknown.Sign() != 0 && f.boundary() != "keep" {
		panic(exc.ValueError("%s(%s) -->  unknown values %s [%s]",
			info.class.Name(), n, unknown, bin(unknown, 0)))
	}
	member := info.combine(n)
	result := info.byValue.SetDefault(py.NormInt(n), member)
	if negative != nil {
		info.byValue.Set(negative, result)
	}
	return result
}

func outside(n *big.Int, f *flagMasks) bool {
	lowest := new(big.Int).Not(f.all)
	if n.Cmp(lowest) < 0 || n.Cmp(f.all) > 0 {
		return true
	}
	gaps := new(big.Int).Xor(f.all, f.mask)
	return gaps.And(gaps, n).Sign() != 0
}

// combine makes the pseudo-member of a value.
func (info *enumClass) combine(n *big.Int) any {
	value := py.NormInt(n)
	var member any
	if info.dataType == py.ObjectClass {
		member = py.Call(objectNew, info.class)
	} else {
		member = py.Call(py.GetAttr(info.dataType, "__new__"), info.class, value)
	}
	if !py.HasAttr(member, "_value_") {
		setAttr(member, "_value_", value)
	}
	setAttr(member, "_name_", info.combinedName(n))
	return member
}

func (info *enumClass) combinedName(n *big.Int) any {
	f := info.flag
	if n.Sign() == 0 {
		return nil
	}
	members := info.membersIn(new(big.Int).And(n, f.singles))
	combined := new(big.Int)
	for _, m := range members {
		v, _ := bitsOf(py.GetAttr(m, "_value_"))
		combined.Or(combined, v)
	}
	if aliases := new(big.Int).AndNot(n, f.singles); aliases.Sign() != 0 {
		for _, m := range info.members.All() {
			v, ok := bitsOf(py.GetAttr(m, "_value_"))
			if ok && v.Sign() != 0 && !slices.Contains(members, m) && new(big.Int).And(v, n).Cmp(v) == 0 {
				members = append(members, m)
				combined.Or(combined, v)
			}
		}
	}
	if combined.Sign() == 0 {
		return nil
	}
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = py.Str(py.GetAttr(m, "_name_"))
	}
	text := strings.Join(names, "|")
	if unknown := new(big.Int).Xor(n, combined); unknown.Sign() != 0 {
		if f.boundary() == "strict" {
			panic(exc.ValueError("%s: no members with value %s", py.Repr(info.class), unknown))
		}
		text += "|" + py.Str(py.CallMethod(info.class, "_numeric_repr_", py.NormInt(unknown)))
	}
	return text
}

// defineFlag adds the methods of Flag.
func defineFlag(b *define.Body) {
	value := func(self any) any { return py.GetAttr(self, "_value_") }
	b.Set("_numeric_repr_", py.StaticMethod(py.Builtin("repr")))
	b.StaticMethod("_generate_next_value_(name, start, count, last_values)", nextFlagValue)
	b.ClassMethod("_missing_(cls, value)", missingFlag)
	b.Method("__contains__(self, other)", func(self, other any) any {
		if !py.TypeOf(other).IsSubclassOf(py.TypeOf(self)) {
			panic(exc.TypeError("unsupported operand type(s) for 'in': %s and %s",
				py.Repr(py.TypeOf(other).Qualname()), py.Repr(py.TypeOf(self).Qualname())))
		}
		return py.Equal(py.BitAnd(value(other), value(self)), value(other))
	})
	b.Method("__iter__(self)", func(self any) any {
		n, _ := bitsOf(value(self))
		members := infoOf(py.TypeOf(self)).membersIn(n)
		return py.GetIter(py.ListOf(members...))
	})
	b.Method("__len__(self)", func(self any) any { return py.CallMethod(value(self), "bit_count") })
	b.Method("__bool__(self)", func(self any) any { return py.Truth(value(self)) })
	b.Method("__repr__(self)", func(self any) any {
		name := py.GetAttr(self, "_name_")
		if name == nil {
			return "<" + py.TypeOf(self).Name() + ": " + py.Repr(value(self)) + ">"
		}
		return "<" + py.TypeOf(self).Name() + "." + py.Str(name) + ": " + py.Repr(value(self)) + ">"
	})
	b.Method("__str__(self)", func(self any) any {
		name := py.GetAttr(self, "_name_")
		if name == nil {
			return py.TypeOf(self).Name() + "(" + py.Repr(value(self)) + ")"
		}
		return py.TypeOf(self).Name() + "." + py.Str(name)
	})
	for name, op := range map[string]func(a, b any) any{"or": py.BitOr, "and": py.BitAnd, "xor": py.BitXor} {
		combine := func(self, other any) any { return combineFlags(self, other, op) }
		b.Method("__"+name+"__(self, other)", combine)
		b.Method("__r"+name+"__(self, other)", combine)
	}
	b.Method("__invert__(self)", func(self any) any {
		info := infoOf(py.TypeOf(self))
		inverse := py.Invert(value(self))
		if bound := info.flag.boundary(); bound != "eject" && bound != "keep" {
			inverse = py.BitAnd(py.NormInt(info.flag.singles), inverse)
		}
		return lookupValue(info, inverse)
	})
}

func combineFlags(self, other any, op func(a, b any) any) any {
	info := infoOf(py.TypeOf(self))
	var right any
	switch {
	case py.TypeOf(other).IsSubclassOf(info.class):
		right = py.GetAttr(other, "_value_")
	case info.dataType != py.ObjectClass && py.TypeOf(other).IsSubclassOf(info.dataType):
		right = py.Payload(other)
	default:
		return py.NotImplemented
	}
	return lookupValue(info, op(py.GetAttr(self, "_value_"), right))
}

// nextFlagValue is Flag._generate_next_value_: the next power of two.
func nextFlagValue(_, start, count, lastValues any) any {
	if !py.Truth(count) {
		if start != nil {
			return start
		}
		return 1
	}
	var last any
	for v := range py.Iter(lastValues) {
		if last == nil || py.Greater(v, last) {
			last = v
		}
	}
	n, ok := bitsOf(last)
	if !ok {
		panic(exc.TypeError("invalid flag value %s", py.Repr(last)))
	}
	return py.NormInt(new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen())))
}
