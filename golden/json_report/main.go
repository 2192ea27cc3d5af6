package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

func main() {
	py.Main(func() error {
		data := `
[
  {"name": "north", "sales": [10, 12.5, 3], "open": true},
  {"name": "süd", "sales": [], "open": null}
]
`

		var regions any = json.Loads(data)
		report := py.DictOf[any, *py.Dict[string, any]]()
		for region := range py.Iter(regions) {
			sales := py.GetItem(region, "sales")
			value := py.DictOf[string, any]("total", py.Call(py.Builtin("sum"), sales), "best", py.CallKw(py.Builtin("max"), []any{sales}, py.Kwargs{{Name: "default", Value: nil}}), "open", py.Truth(py.GetItem(region, "open")))
			report.Set(py.GetItem(region, "name"), value)
		}
		fmt.Println(json.Dumps(report))
		py.Print(py.CallMethodKw(json.Module(), "dumps", []any{report}, py.Kwargs{{Name: "indent", Value: 2}, {Name: "sort_keys", Value: true}, {Name: "ensure_ascii", Value: false}}))
		err := py.Try(func() error {
			json.Loads(`{"a": }`)
			return nil
		})
		if err != nil {
			if !py.Matches(err, json.Module().Attr("JSONDecodeError")) {
				return err
			}
			fmt.Println("bad JSON:", err)
		}

		for _, indent := range []any{nil, 2} {
			for _, value := range []any{py.DictOf[any, any]("a", py.ListOf[any](1, py.DictOf[any, any]("b", nil), py.ListOf[any](), py.DictOf[any, any](), py.Tuple{1, "x"}), "c", py.DictOf[any, any]()), py.ListOf[any](), 5, py.ListOf[any](1, py.ListOf[any](2, py.ListOf[any](3)))} {
				fmt.Println(py.ListFrom(py.Items[any](py.CallMethod(py.CallMethodKw(json.Module(), "JSONEncoder", nil, py.Kwargs{{Name: "indent", Value: indent}}), "iterencode", value))))
			}
		}
		return nil
	})
}
