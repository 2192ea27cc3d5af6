package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/subprocess"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	process, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "create_subprocess_exec", []any{"cat"}, py.Kwargs{{Name: "stdin", Value: subprocess.Module().Attr("PIPE")}, {Name: "stdout", Value: subprocess.Module().Attr("PIPE")}}))
	if err != nil {
		return err
	}
	result, err := asyncio.Await(ctx, py.CallMethod(process, "communicate", py.Bytes("through a pipe\n")))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	out, _ := values[0], values[1]
	py.Print(out, py.GetAttr(process, "returncode"))
	result2, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "create_subprocess_shell", []any{"echo out; echo err >&2; exit 4"}, py.Kwargs{{Name: "stdout", Value: subprocess.Module().Attr("PIPE")}, {Name: "stderr", Value: subprocess.Module().Attr("PIPE")}}))
	if err != nil {
		return err
	}
	process = result2
	result3, err := asyncio.Await(ctx, py.CallMethod(process, "communicate"))
	if err != nil {
		return err
	}
	values2 := py.Unpack(result3, 2)
	out = values2[0]
	err2 := values2[1]
	py.Print(py.CallMethod(py.CallMethod(out, "decode"), "strip"), py.CallMethod(py.CallMethod(err2, "decode"), "strip"), py.GetAttr(process, "returncode"))
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
