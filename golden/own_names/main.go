// Variables with the names of what asks for forms of the whole program: signature, stdout, line, result.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/traceback"
)

type Job struct {
	name  string
	parts *py.List[string]
}

func work(ctx context.Context, job *Job) (string, error) {
	frame := py.NewFrame("work", "../testdata/own_names/main.py", 15)
	defer frame.Unwind()
	frame.At(16, "await asyncio.sleep(0)")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", frame.Trace(err)
	}
	frame.At(17, `return "".join(job.parts)`)
	return strings.Join(job.parts.Items(), ""), nil
}

func asyncMain(ctx context.Context) error {
	frame := py.NewFrame("main", "../testdata/own_names/main.py", 20)
	defer frame.Unwind()
	frame.At(21, `job = Job("a")`)
	job := &Job{name: "a", parts: py.ListOf[string]()}
	for _, line := range []string{"x", "y"} {
		frame.At(23, "job.parts.append(line)")
		job.parts.Append(line)
	}
	frame.At(24, "result = await asyncio.wait_for(work(job), 1)")
	result, err := asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return work(ctx, job)
	}), time.Second)
	if err != nil {
		return frame.Trace(err)
	}
	frame.At(25, `signature, stdout = result * 2, "out"`)
	signature, stdout := py.StrRepeat(result, 2), "out"
	frame.At(26, `print(f"{signature} {stdout}", job)`)
	py.Print(signature+" "+stdout, job)
	frame.At(27, "text = io.StringIO()")
	text := py.CallMethod(io.Module(), "StringIO")
	err = frame.Try(func() error {
		frame.At(29, "raise ValueError(stdout)")
		return frame.Raise(py.Raised(py.NewValueError(stdout)))
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.ValueError) {
				return frame.Trace(err)
			}
			frame.At(31, "traceback.print_exc(file=text)")
			py.CallMethodKw(traceback.Module(), "print_exc", nil, py.Kwargs{{Name: "file", Value: text}})
			return nil
		})
		if raised != nil {
			return frame.Trace(raised)
		}
	}
	frame.At(32, "print(text.getvalue().splitlines()[2:])")
	fmt.Println(py.StrSplitLines(py.As[string](py.CallMethod(text, "getvalue"))).Slice(2, nil, nil))
	return nil
}

func main() {
	py.Main(func() error {
		frame := py.NewFrame("<module>", "../testdata/own_names/main.py", 1)
		defer frame.Unwind()
		frame.At(10, "class Job:")
		dataclasses.Struct(py.StructClass[Job]("Job", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "name"}, {Name: "parts"}})
		frame.At(15, "async def work(job: Job) -> str:")
		frame.At(20, "async def main() -> None:")

		frame.At(35, "asyncio.run(main())")
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return frame.Trace(err)
		}
		return nil
	})
}
