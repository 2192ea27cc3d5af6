package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

func parse(line string) any {
	return py.Int(line)
}

func main() {
	py.Main(func() error {
		var total any = 0
		for _, line := range []string{"1", "22", "x3"} {
			total = py.Add(total, parse(line))
			py.Print("total", total)
		}
		return nil
	})
}
