// Format specifications that Go's verbs mean, and others.
package main

import (
	"fmt"
	"math"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func show(n int, x float64, s string) {
	fmt.Printf("%s %5d %10s %-10s %-10s %02d %02d %5d %-5d| %s %8s %x %08b|\n", py.Fixed(x, 2), n, s, s, s, n, n, n, n, py.Format(n, ","), py.Fixed(x, 3), n, n)
	fmt.Printf("%s%% %s %+d %s %s %5d %.2s %.3s| %-8.2s % d %+05d %4d %X %o %06x|\n", py.Fixed(x*100, 1), py.Repr(s), n, py.Format(x, ",.2f"), py.Format(x, "g"), n, s, s, s, n, n, n, n, n, n)
	fmt.Printf("%-8s|%8s|%s|%s%%|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s\n", py.Fixed(x, 1), py.Fixed(x, 1), py.Fixed(x, 6), py.Fixed(x*100, 6), py.Format(x, "+.1f"), py.Format(x, "08.2f"), py.Fixed(x, 0), py.FormatFloat(x), py.Fixed(float64(n), 1), py.Format(n, "^7"), py.Format(s, "^7"), py.Format(s, "*^9"), py.Format(n, "#x"), py.Format(n, "#010b"), py.Format(n, "c"), py.Format(x, "e"))
	fmt.Printf("%5s%% 100%%%s%% %3d%%\n", py.Fixed(float64(n), 6), py.Fixed(x, 2), n)
	name := fmt.Sprintf("%12s", s)
	fmt.Println(name, fmt.Sprintf("%03d", n), py.Fixed(x, 3), py.FormatFloat(x))
}

func main() {
	py.Main(func() error {
		show(77, 2.5, "héllo")
		show(8, 0.125, "a")
		show(-255+300, 1e+22, "日本語")
		for _, value := range []float64{py.ParseFloat("inf"), py.ParseFloat("-inf"), py.ParseFloat("nan"), math.Copysign(0, -1), 1e-07, 123456789.987} {
			fmt.Printf("%s %8s| %s%% %s\n", py.Fixed(value, 2), py.Fixed(value, 1), py.Fixed(value*100, 1), py.FormatFloat(value))
		}
		for _, number := range []int{-5, 0, 5, -255} {
			fmt.Printf("%4d|%-4d|%04d|%+d|% d|%x|%06x|%b|%o|%s\n", number, number, number, number, number, number, number, number, number, py.Fixed(float64(number), 2))
		}
		fmt.Printf("%3s%s%6s%s\n", "x", py.Format(true, "5"), py.Str(nil), py.Format(3, ">"+strconv.Itoa(4)))
		return nil
	})
}
