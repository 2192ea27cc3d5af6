// printf-style formatting, str.format and f-strings, and when each of them makes text of its values.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
)

type Loud struct {
	name string
}

func newLoud(name string) *Loud {
	return &Loud{name: name}
}

func (l *Loud) text() string {
	return py.StrUpper(l.name)
}

func (l *Loud) repr() string {
	return "<" + l.name + ">"
}

func (l *Loud) format(spec any) string {
	return l.name + ":" + py.Format(spec, "")
}

func order(a *py.List[int]) {
	fmt.Printf("%s %d %s\n", py.Str(a), a.Pop(), py.Str(a))
	py.Print(py.CallMethod("{} {} {}", "format", a, a.Pop(), a))
	fmt.Printf("%s %d %s\n", py.Str(a), a.Pop(), py.Str(a))
	fmt.Println(py.PercentFormat("%s %d %s", py.Tuple{a, a.Pop(), a}))
	arg := py.Str(a)
	a.Append(5)
	s := fmt.Sprintf("%s%s%s", arg, py.Format(nil, ""), py.Str(a))
	fmt.Println(s)
	arg2 := py.Str(a)
	a.Append(6)
	t := arg2 + "|" + py.Str(nil)
	a.Append(7)
	u := py.As[string](py.CallMethod("{}|{}", "format", a, nil))
	fmt.Println(t, u)
}

func plain(name string, n int, x float64, things *py.List[string]) {
	fmt.Println(name+" has "+strconv.Itoa(n)+" items", name+" has "+strconv.Itoa(n)+" items", fmt.Sprintf("%s %d %s", name, n, name))
	fmt.Printf("%-10s|%10s|%.2s|%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%d\n", name, name, name, n, n, n, n, n, n, n, n, n)
	fmt.Printf("%s|%8s|%-8s|%s|%s\n", py.Fixed(x, 2), py.Fixed(x, 3), py.Fixed(x, 1), py.Fixed(x, 6), py.Fixed(float64(n), 1))
	fmt.Printf("%s %s %s %s %s 100%%\n", py.Str(things), py.Repr(name), py.ASCII("é"), py.FormatFloat(x), py.Str(nil))
	fmt.Printf("%10s|%-10s|%s|%s|%5d|%05d|%s|%s|{}|%d\n", name, name, py.Format(name, "^9"), py.Fixed(x, 2), n, n, py.Repr(name), py.Fixed(x, 1), n)
	fmt.Println(name, strconv.Itoa(n)+"%", py.Fixed(x, 1), fmt.Sprintf("%5d|%-5s|", n, py.FormatFloat(x)), py.Str(things))
	var msg any = "got " + name
	py.Print(msg, py.PercentFormat("%08.3f", x), py.PercentFormat("%e", x), py.PercentFormat("%c", "c"), py.PercentFormat("%*d", py.Tuple{5, n}), py.PercentFormat("%(a)s", py.DictOf[string, int]("a", 1)), name)
}

func dynamic(v *Loud) string {
	return py.Str(v) + " " + py.Repr(v) + " {}" + fmt.Sprintf("%s %s %6s %s", py.Format(v, ""), py.Repr(v), py.Str(v), py.Format(v, "x"))
}

func late(words *py.List[int]) {
	for w := range py.ListOf[any]().All() {
		py.Print(py.As[float64](py.CallMethod("{} {}", "format", w, 1))+2, py.ParseFloat(py.Str(w))-1)
	}
	err := py.Try(func() error {
		arg := words.Get(3)
		arg2 := words.Slice(nil, 2, 0)
		fmt.Printf("%s%d\n", py.Str(arg2), arg)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) && !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func main() {
	py.Main(func() error {
		py.StructClass[Loud](
			"Loud",
			nil,
			py.Kw{Name: "__str__", Value: py.Func("Loud.__str__(self)", (*Loud).text)},
			py.Kw{Name: "__repr__", Value: py.Func("Loud.__repr__(self)", (*Loud).repr)},
			py.Kw{Name: "__format__", Value: py.Func("Loud.__format__(self, spec)", (*Loud).format)},
		)

		order(py.ListOf[int](1, 2, 3, 4, 5, 6, 7))
		plain("bob", 42, 2.5, py.ListOf[string]("a", "b"))
		plain("é", -7, math.Copysign(0, -1), py.ListOf[string]())
		fmt.Println(dynamic(newLoud("v")))
		for _, bad := range []any{py.Func("<lambda>()", func() any { return py.PercentFormat("%s %s", py.Tuple{"a"}) }), py.Func("<lambda>()", func() any { return py.PercentFormat("%d", "x") }), py.Func("<lambda>()", func() any { return py.CallMethod("{} {}", "format", 1) }), py.Func("<lambda>()", func() any { return py.CallMethod("{} {0}", "format", 1) }), py.Func("<lambda>()", func() any { return py.PercentFormat("%s", py.Tuple{1, 2}) })} {
			err := py.Try(func() error {
				py.Print(py.Call(bad))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) && !errors.Is(err, py.IndexError) && !errors.Is(err, py.ValueError) {
					return err
				}
				e := err
				fmt.Println(py.TypeOf(e).Name(), e)
			}
		}

		py.Print("run_"+strconv.Itoa(py.As[int](py.CallMethod(os.Module(), "getpid")))+".txt" == "run_"+strconv.Itoa(py.As[int](py.CallMethod(os.Module(), "getpid")))+".txt")

		late(py.ListOf[int](5))
		return nil
	})
}
