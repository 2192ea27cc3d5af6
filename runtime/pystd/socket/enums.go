package socket

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

// enumOf makes an enum of the module, once.
func enumOf(base, name string, members []constant) func() any {
	return sync.OnceValue(func() any {
		list := py.ListOf[any]()
		for _, c := range members {
			list.Append(py.Tuple{c.name, c.value})
		}
		return py.CallKw(enum.Module().Attr(base), []any{name, list}, py.Kwargs{{Name: "module", Value: "socket"}})
	})
}

var (
	familyEnum  = enumOf("IntEnum", "AddressFamily", families)
	kindEnum    = enumOf("IntEnum", "SocketKind", kindNames)
	messageEnum = enumOf("IntFlag", "MsgFlag", messageFlags)
	lookupEnum  = enumOf("IntFlag", "AddressInfo", lookupFlags)
)

// memberOf is the member of an enum with the value, or the value itself.
func memberOf(enum any, members []constant, value int) any {
	for _, c := range members {
		if c.value == value {
			return py.GetAttr(enum, c.name)
		}
	}
	return value
}

func init() { inet.FamilyValue, inet.KindValue = familyValue, kindValue }

func familyValue(family int) any { return memberOf(familyEnum(), families, family) }

func kindValue(kind int) any { return memberOf(kindEnum(), kindNames, kind) }
