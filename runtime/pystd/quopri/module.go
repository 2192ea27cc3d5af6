// Package quopri is Python's module quopri: the encoding quoted-printable.
// https://docs.python.org/3.13/library/quopri.html
package quopri

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
)

// Module is the module quopri.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("quopri", "Conversions to/from quoted-printable transport encoding as per RFC 1521.")
	decode := func(data, header any) any {
		return py.CallKw(binascii.Module().Attr("a2b_qp"), []any{data}, py.Kwargs{{Name: "header", Value: header}})
	}
	encode := func(data, tabs, header any) any {
		return py.CallKw(binascii.Module().Attr("b2a_qp"), []any{data}, py.Kwargs{{Name: "quotetabs", Value: tabs}, {Name: "header", Value: header}})
	}
	m.Func("encodestring(s, quotetabs=False, header=False)", encode)
	m.Func("decodestring(s, header=False)", decode)
	m.Func("encode(input, output, quotetabs, header=False)", func(in, out, tabs, header any) any {
		py.CallMethod(out, "write", encode(py.CallMethod(in, "read"), tabs, header))
		return nil
	})
	m.Func("decode(input, output, header=False)", func(in, out, header any) any {
		py.CallMethod(out, "write", decode(py.CallMethod(in, "read"), header))
		return nil
	})
	return m
})
