package enum

import (
	"math/big"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// verify checks one property of an enum. It raises ValueError.
func verify(info *enumClass, check string) {
	switch check {
	case "UNIQUE":
		verifyUnique(info)
	case "CONTINUOUS":
		verifyContinuous(info)
	case "NAMED_FLAGS":
		verifyNamed(info)
	}
}

func verifyUnique(info *enumClass) {
	var details []string
	for name, m := range info.members.All() {
		if canonical := py.GetAttr(m, "_name_"); !py.Equal(canonical, name) {
			details = append(details, py.Str(name)+" -> "+py.Str(canonical))
		}
	}
	if len(details) > 0 {
		panic(exc.ValueError("aliases found in %s: %s", py.Repr(info.class), strings.Join(details, ", ")))
	}
}

func verifyContinuous(info *enumClass) {
	values := map[string]bool{}
	var low, high *big.Int
	for _, name := range info.names {
		n, ok := bitsOf(py.GetAttr(info.members.Get(name), "_value_"))
		if !ok {
			return
		}
		values[n.String()] = true
		if low == nil || n.Cmp(low) < 0 {
			low = n
		}
		if high == nil || n.Cmp(high) > 0 {
			high = n
		}
	}
	if len(values) < 2 {
		return
	}
	var missing []string
	kind := "enum"
	if info.flag != nil {
		kind = "flag"
		for i := low.BitLen(); i < high.BitLen()-1; i++ {
			if bit := new(big.Int).Lsh(big.NewInt(1), uint(i)); !values[bit.String()] {
				missing = append(missing, bit.String())
			}
		}
	} else {
		for n := new(big.Int).Add(low, big.NewInt(1)); n.Cmp(high) < 0; n.Add(n, big.NewInt(1)) {
			if !values[n.String()] {
				missing = append(missing, n.String())
			}
		}
	}
	if len(missing) > 0 {
		panic(exc.ValueError("invalid %s %s: missing values %s", kind, py.Repr(info.class.Name()), strings.Join(missing, ", ")))
	}
}

func verifyNamed(info *enumClass) {
	if info.flag == nil {
		return
	}
	var names []string
	unnamed := new(big.Int)
	for name, m := range info.members.All() {
		n, ok := bitsOf(py.GetAttr(m, "_value_"))
		if !ok || n.Sign() < 0 {
			continue
		}
		if gap := new(big.Int).AndNot(n, info.flag.singles); gap.Sign() != 0 {
			names = append(names, py.Str(name))
			unnamed.Or(unnamed, gap)
		}
	}
	if len(names) == 0 {
		return
	}
	alias := "alias " + names[0] + " is missing"
	if len(names) > 1 {
		alias = "aliases " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + " are missing"
	}
	value := "value " + "0x" + unnamed.Text(16)
	if unnamed.TrailingZeroBits() != uint(unnamed.BitLen()-1) {
		value = "combined values of 0x" + unnamed.Text(16)
	}
	panic(exc.ValueError("invalid Flag %s: %s %s [use enum.show_flag_values(value) for details]",
		py.Repr(info.class.Name()), alias, value))
}
