package py

import (
	"math/big"
	"slices"
)

func intSelf(self any) any {
	i, ok := intOf(self)
	if !ok {
		raisef(NewTypeError, "descriptor requires a 'int' object but received a '%s'", typeName(self))
	}
	return i
}

func init() {
	IntClass.define(defineInt)
	IntClass.define(defineIntParts)
	BoolClass.define(func(d *Definition) {
		d.New("bool(object=False, /)", func(v any) any { return Truth(v) })
	})
}

func defineInt(d *Definition) {
	d.New("int(x=, /, base=)", func(x, base any) any {
		switch {
		case base != missing && x == missing:
			raisef(NewTypeError, "int() missing string argument")
		case base != missing:
			return intWithBase(x, base)
		case x == missing:
			return 0
		}
		return Int(x)
	}, missing, missing)
	d.Method("bit_length(self, /)", func(self any) any { return intBitLength(intSelf(self)) })
	d.Method("bit_count(self, /)", func(self any) any { return intBitCount(intSelf(self)) })
	d.Method("to_bytes(self, /, length=1, byteorder='big', *, signed=False)", func(self, length, order, signed any) any {
		n := intArg(length)
		if n < 0 {
			raisef(NewValueError, "length argument must be non-negative")
		}
		return intToBytes(intSelf(self), n, isBigEndian("to_bytes", order), Truth(signed))
	})
	d.ClassMethod("from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", func(cls, source, order, signed any) any {
		big := isBigEndian("from_bytes", order)
		data, ok := bytesOf(source)
		if !ok {
			if _, isStr := source.(string); isStr || !iterable(source) {
				raisef(NewTypeError, "cannot convert '%s' object to bytes", typeName(source))
			}
			data = bytesFromIterable(source)
		}
		i := intFromBytes(data, big, Truth(signed))
		if cls == any(IntClass) {
			return i
		}
		return Call(cls, i)
	})
	d.Method("as_integer_ratio(self, /)", func(self any) any { return Tuple{intSelf(self), 1} })
	d.Method("is_integer(self, /)", func(self any) any { return true })
	d.Method("conjugate(self, /)", func(self any) any { return intSelf(self) })
	d.Method("__getnewargs__(self, /)", func(self any) any { return Tuple{intSelf(self)} })
}

func defineIntParts(d *Definition) {
	d.Getter("real", func(self any) any { return intSelf(self) })
	d.Getter("imag", func(self any) any { return 0 })
	d.Getter("numerator", func(self any) any { return intSelf(self) })
	d.Getter("denominator", func(self any) any { return 1 })
}

func isBigEndian(method string, order any) bool {
	switch strArg(order, method+"() argument 'byteorder' must be str, not %s") {
	case "big":
		return true
	case "little":
		return false
	}
	raisef(NewValueError, "byteorder must be either 'little' or 'big'")
	return false
}

// intToBytes is int.to_bytes. It raises OverflowError when the value does not
// fit.
func intToBytes(i any, n int, bigEndian, signed bool) Bytes {
	x := BigInt(i)
	if x.Sign() < 0 && !signed {
		raisef(NewOverflowError, "can't convert negative int to unsigned")
	}
	room := 8 * n
	if signed {
		low := new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), uint(max(room-1, 0))))
		high := new(big.Int).Not(low)
		if n == 0 {
			low, high = new(big.Int), new(big.Int)
		}
		if x.Cmp(low) < 0 || x.Cmp(high) > 0 {
			raisef(NewOverflowError, "int too big to convert")
		}
	} else if x.BitLen() > room {
		raisef(NewOverflowError, "int too big to convert")
	}
	if x.Sign() < 0 {
		x = new(big.Int).Add(x, new(big.Int).Lsh(big.NewInt(1), uint(room)))
	}
	out := x.FillBytes(make([]byte, n))
	if !bigEndian {
		slices.Reverse(out)
	}
	return Bytes(out)
}

// intFromBytes is int.from_bytes.
func intFromBytes(data string, bigEndian, signed bool) any {
	b := []byte(data)
	if !bigEndian {
		slices.Reverse(b)
	}
	x := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		x.Sub(x, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return NormInt(x)
}
