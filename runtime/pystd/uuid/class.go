package uuid

import (
	"bytes"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var uuidClass *py.Class

func init() {
	uuidClass = py.NewNativeClass("uuid", "UUID", nil, defineUUID)
}

// safeClass is the enum SafeUUID.
var safeClass = sync.OnceValue(func() *py.Class {
	return define.Class("uuid", "SafeUUID", []any{enum.Module().Attr("Enum")}, func(b *define.Body) {
		b.Set("safe", 0)
		b.Set("unsafe", -1)
		b.Set("unknown", nil)
	})
})

func unknownSafety() any { return py.GetAttr(safeClass(), "unknown") }

func of(self any) *UUID { return py.PayloadAs[*UUID](self) }

func defineUUID(d *py.Definition) {
	d.Doc("Instances of the UUID class represent UUIDs as specified in RFC 4122.")
	d.New("UUID(hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=)",
		create, py.NotImplemented)
	for name, get := range map[string]func(u *UUID) any{
		"int":                  (*UUID).number,
		"is_safe":              func(u *UUID) any { return u.safe },
		"hex":                  func(u *UUID) any { return u.hex() },
		"urn":                  func(u *UUID) any { return "urn:uuid:" + u.String() },
		"bytes":                func(u *UUID) any { return py.Bytes(u.octets[:]) },
		"bytes_le":             func(u *UUID) any { return py.Bytes(littleEndian(u.octets[:])) },
		"time_low":             func(u *UUID) any { return u.timeLow() },
		"time_mid":             func(u *UUID) any { return u.timeMid() },
		"time_hi_version":      func(u *UUID) any { return u.timeHigh() },
		"clock_seq_hi_variant": func(u *UUID) any { return int(u.octets[8]) },
		"clock_seq_low":        func(u *UUID) any { return int(u.octets[9]) },
		"clock_seq":            func(u *UUID) any { return int(u.octets[8]&0x3f)<<8 | int(u.octets[9]) },
		"time":                 func(u *UUID) any { return (u.timeHigh()&0x0fff)<<48 | u.timeMid()<<32 | u.timeLow() },
		"node":                 func(u *UUID) any { return u.node() },
		"variant":              func(u *UUID) any { return u.variant() },
		"version": func(u *UUID) any {
			if u.variant() != rfc4122 {
				return nil
			}
			return int(u.octets[6] >> 4)
		},
		"fields": func(u *UUID) any {
			return py.Tuple{u.timeLow(), u.timeMid(), u.timeHigh(), int(u.octets[8]), int(u.octets[9]), u.node()}
		},
	} {
		d.Member(name, func(self any) any { return get(of(self)) }, func(any, any) {
			panic(exc.TypeError("UUID objects are immutable"))
		})
	}
	d.Method("__str__(self)", func(self any) any { return of(self).String() })
	d.Method("__repr__(self)", func(self any) any {
		return py.TypeOf(self).Name() + "('" + of(self).String() + "')"
	})
	d.Method("__int__(self)", func(self any) any { return of(self).number() })
	d.Method("__hash__(self)", func(self any) any { return py.Hash(of(self).number()) })
	d.Method("__reduce__(self)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{of(self).hex()}}
	})
	d.Method("__deepcopy__(self, memo)", func(self, _ any) any { return self })
	for name, holds := range map[string]func(order int) bool{
		"eq": func(order int) bool { return order == 0 }, "ne": func(order int) bool { return order != 0 },
		"lt": func(order int) bool { return order < 0 }, "le": func(order int) bool { return order <= 0 },
		"gt": func(order int) bool { return order > 0 }, "ge": func(order int) bool { return order >= 0 },
	} {
		d.Method("__"+name+"__(self, other)", func(self, other any) any {
			v, ok := py.Payload(other).(*UUID)
			if !ok {
				return py.NotImplemented
			}
			return holds(bytes.Compare(of(self).octets[:], v.octets[:]))
		})
	}
}
