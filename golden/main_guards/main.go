// What modules do if they are the script, and their own names.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func main() {
	py.Main(func() error {
		importTool()
		importPk()
		importPkTool()
		importPk()
		importPk()
		importPkMain()
		fmt.Println("tool", "tool doc", "pk.tool", f(), "pk", x, "pk.__main__")
		err := py.Try(func() error {
			py.Print(py.GetAttr(toolModule, "missing"))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
		err = py.Try(func() error {
			py.CallMethod(toolModule, "gone", 1)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
		fmt.Println("main runs")
		return nil
	})
}
