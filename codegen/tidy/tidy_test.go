package tidy_test

import (
	"go/format"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/codegen"
	"github.com/pyasync2go/pyasync2go/codegen/irtest"
)

// rewritten are programs before and after.
var rewritten = []struct{ name, before, after string }{
	{
		"whole floats beside what has a type",
		`func f(x float64) float64 {
			return (x*1000.0 + 1.0) / 2.5
		}`,
		`func f(x float64) float64 {
			return (x*1000 + 1) / 2.5
		}`,
	},
	{
		"a closure that fails at its last call",
		`func f() (int, error) {
			err := func() error {
				k()
				return h()
			}()
			if err != nil {
				log(err)
			}
			return 1, nil
		}`,
		`func f() (int, error) {
			k()
			if err := h(); err != nil {
				log(err)
			}
			return 1, nil
		}`,
	},
	{
		"a closure that fails in its middle, before a handler that leaves",
		`func f() (int, error) {
			err := func() error {
				v, err := g()
				if err != nil {
					return err
				}
				k(v)
				return nil
			}()
			if err != nil {
				return 0, wrap(err)
			}
			return 1, nil
		}`,
		`func f() (int, error) {
			v, err := g()
			if err != nil {
				return 0, wrap(err)
			}
			k(v)
			return 1, nil
		}`,
	},
	{
		"a closure that fails in its middle, before a handler that goes on",
		`func f() (int, error) {
			err := func() error {
				v, err := g()
				if err != nil {
					return err
				}
				k(v)
				return nil
			}()
			if err != nil {
				log(err)
			}
			return 1, nil
		}`,
		`func f() (int, error) {
			v, err := g()
			if err != nil {
				log(err)
			} else {
				k(v)
			}
			return 1, nil
		}`,
	},
	{
		"a closure that fails at two calls stays",
		`func f() error {
			err := func() error {
				if err := g(); err != nil {
					return err
				}
				return h()
			}()
			log(err)
			return nil
		}`,
		`func f() error {
			err := func() error {
				if err := g(); err != nil {
					return err
				}
				return h()
			}()
			log(err)
			return nil
		}`,
	},
	{
		"an error that is returned at the end",
		`func f() error {
			err := g()
			if err != nil {
				return err
			}
			return nil
		}`,
		`func f() error {
			return g()
		}`,
	},
	{
		"a value and an error that are returned at the end",
		`func f() (int, error) {
			v, err := g()
			if err != nil {
				return 0, err
			}
			return v, nil
		}`,
		`func f() (int, error) {
			return g()
		}`,
	},
	{
		"errors in a row",
		`func f() (int, error) {
			a, err := g()
			if err != nil {
				return 0, err
			}
			b, err := g()
			if err != nil {
				return 0, err
			}
			err := h()
			if err != nil {
				return 0, err
			}
			return a + b, nil
		}`,
		`func f() (int, error) {
			a, err := g()
			if err != nil {
				return 0, err
			}
			b, err := g()
			if err != nil {
				return 0, err
			}
			if err := h(); err != nil {
				return 0, err
			}
			return a + b, nil
		}`,
	},
	{
		"an error that a closure holds is not used again",
		`func f() error {
			err := g()
			h(func() int { return k(err) })
			err := g()
			return wrap(err)
		}`,
		`func f() error {
			err := g()
			h(func() int { return k(err) })
			err2 := g()
			return wrap(err2)
		}`,
	},
	{
		"what arms choose",
		`func f() (int, error) {
			var value int
			if a {
				value = 1
			} else {
				var value2 int
				if b {
					value2 = 2
				} else {
					value2 = k()
				}
				value = value2
			}
			return value, nil
		}`,
		`func f() (int, error) {
			if a {
				return 1, nil
			}
			if b {
				return 2, nil
			}
			return k(), nil
		}`,
	},
	{
		"a switch that is a block to break out of",
		`func f() {
			switch {
			default:
				if a {
					g()
					break
				}
				if b {
					return
				}
				if c {
					h()
					break
				}
				k()
				break
			}
			g()
		}`,
		`func f() {
			if a {
				g()
			} else {
				if b {
					return
				}
				if c {
					h()
				} else {
					k()
				}
			}
			g()
		}`,
	},
	{
		"unused variables",
		`func f(p int) {
			a := 1
			b := g()
			c := p / 2
			d, ok := h()
			e := 0
			e = g()
			e += 2
			for i := range p {
				g()
			}
			if ok {
				g()
			}
		}`,
		`func f(p int) {
			g()
			_ = p / 2
			_, ok := h()
			g()
			for range p {
				g()
			}
			if ok {
				g()
			}
		}`,
	},
	{
		"unreachable statements, and where Go cannot see the end",
		`func f(p int) int {
			for {
				if p == 1 {
					return 1
					g()
				} else {
					g()
				}
			}
			return 2
		}
		func k(p int) int {
			for p == 1 {
				return p
			}
		}`,
		`func f(p int) int {
			for {
				if p == 1 {
					return 1
				}
				g()
			}
		}

		func k(p int) int {
			for p == 1 {
				return p
			}
			panic("unreachable")
		}`,
	},
	{
		"labels",
		`func f(p int) {
		outer:
			for {
			inner:
				for {
					if p == 1 {
						break outer
					}
					if p == 2 {
						continue inner
					}
					break inner
				}
			}
		}`,
		`func f(p int) {
		outer:
			for {
				for {
					if p == 1 {
						break outer
					}
					if p == 2 {
						continue
					}
					break
				}
			}
		}`,
	},
	{
		"plainer statements",
		`func f(p int, ok bool) bool {
			var s string = "x"
			var n int
			n = g()
			p = p + 1
			p = p * n
			p -= 1
			if ok {
			} else {
				g(s)
			}
			if !(p == n) {
				return true
			}
			return false
		}`,
		`func f(p int, ok bool) bool {
			s := "x"
			var n int = g()
			p++
			p *= n
			p--
			if !ok {
				g(s)
			}
			return p != n
		}`,
	},
	{
		"a literal called at the end",
		`func f() error {
			g()
			return func() error {
				err := h()
				return err
			}()
		}`,
		`func f() error {
			g()
			return h()
		}`,
	},
	{
		"comments stay",
		`func f(p int) error {
			// Not used.
			a := 1
			// Checked.
			err := g()
			if err != nil {
				return err
			}
			return nil
		}`,
		`func f(p int) error {
			// Not used.
			// Checked.
			return g()
		}`,
	},
	{
		"copies",
		`func f(p int, q int) error {
			result, err := g()
			if err != nil {
				return err
			}
			item := result
			arg := p
			arg2 := q
			q = 3
			for iItem := range p {
				i := iItem
				arg3 := i
				h(func() error { return k(item, arg, arg2, arg3, i, i) })
			}
			return nil
		}`,
		`func f(p, q int) error {
			item, err := g()
			if err != nil {
				return err
			}
			arg2 := q
			q = 3
			for i := range p {
				h(func() error {
					return k(item, p, arg2, i, i, i)
				})
			}
			return nil
		}`,
	},
	{
		"a variable that each block sets for itself",
		`func f(p int) {
			var e int
			var kept int
			if p == 1 {
				e = g()
				h(e)
				kept = 1
			}
			for range p {
				e = 2
				h(e, e)
			}
			h(func() int { return k(kept) })
		}`,
		`func f(p int) {
			var kept int
			if p == 1 {
				var e int = g()
				h(e)
				kept = 1
			}
			for range p {
				e := 2
				h(e, e)
			}
			h(func() int { return k(kept) })
		}`,
	},
	{
		"a copy of a copy",
		`func f() {
			items := g()
			use(items)
			a := items
			b := a
			h()
			k(b)
		}`,
		`func f() {
			b := g()
			use(b)
			h()
			k(b)
		}`,
	},
	{
		"a copy that its variable does not outlive",
		`func f(p int) {
			items := g()
			for range p {
				h(items)
			}
			grid := items
			h(grid)
			a := grid[0]
			b := grid[1]
			h(a, b, b, a)
		}`,
		`func f(p int) {
			grid := g()
			for range p {
				h(grid)
			}
			h(grid)
			a, b := grid[0], grid[1]
			h(a, b, b, a)
		}`,
	},
	{
		"negations",
		`func f(p int, ok bool, x float64) {
			if !(p > 1) {
				h()
			}
			if !(x > x) {
				h()
			}
			if !(ok || g()) {
				h()
			}
		}`,
		`func f(p int, ok bool, x float64) {
			if p <= 1 {
				h()
			}
			if !(x > x) {
				h()
			}
			if !ok && !g() {
				h()
			}
		}`,
	},
	{
		"a flag at the end",
		`func f(p int) (int, error) {
			var returned bool
			var result int
			err := g(func() error {
				result = p
				returned = true
				return nil
			})
			if err != nil {
				return 0, err
			}
			if returned {
				return result, nil
			}
		}`,
		`func f(p int) (int, error) {
			var result int
			err := g(func() error {
				result = p
				return nil
			})
			if err != nil {
				return 0, err
			}
			return result, nil
		}`,
	},
	{
		"the flag of a try that only returns",
		`func f(p int) (int, error) {
			for {
				var returned bool
				var result int
				err := py.Try(func() error {
					v, err := g()
					if err != nil {
						return err
					}
					result = v
					returned = true
					return nil
				})
				if err != nil {
					h(err)
				}
				if returned {
					return result, nil
				}
			}
		}`,
		`func f(p int) (int, error) {
			for {
				var result int
				err := py.Try(func() error {
					v, err := g()
					if err != nil {
						return err
					}
					result = v
					return nil
				})
				if err == nil {
					return result, nil
				}
				h(err)
			}
		}`,
	},
	{
		"a flag that says more than the error",
		`func f(p int) (int, error) {
			for {
				var returned bool
				err := py.Try(func() error {
					if p == 1 {
						return nil
					}
					returned = true
					return nil
				})
				if err != nil {
					h(err)
				}
				if returned {
					return p, nil
				}
			}
		}`,
		`func f(p int) (int, error) {
			for {
				var returned bool
				err := py.Try(func() error {
					if p == 1 {
						return nil
					}
					returned = true
					return nil
				})
				if err != nil {
					h(err)
				}
				if returned {
					return p, nil
				}
			}
		}`,
	},
	{
		"a type test",
		`func f(x any) {
			_, ok := x.(T)
			if ok {
				h(x.(T), x.(T))
			} else {
				h(1)
			}
		}`,
		`func f(x any) {
			if x, ok := x.(T); ok {
				h(x, x)
			} else {
				h(1)
			}
		}`,
	},
	{
		"floats as they are computed",
		`func f(x float64) {
			g(0.1+0.2, 1e308*10.0, -0.0, x+0.1+0.2, 0.1+0.2+x, 1.0/0.0)
		}`,
		`func f(x float64) {
			g(0.30000000000000004, math.Inf(1), math.Copysign(0, -1), x+0.1+0.2, 0.30000000000000004+x, 1.0/0.0)
		}`,
	},
	{
		"an error that is dealt with and returned",
		`func f(p int) error {
			err := py.Try(func() error {
				return g()
			})
			if err != nil {
				if errors.Is(err, py.KeyError) {
					h()
				}
				return err
			}
			return nil
		}`,
		`func f(p int) error {
			err := py.Try(func() error {
				return g()
			})
			if errors.Is(err, py.KeyError) {
				h()
			}
			return err
		}`,
	},
	{
		"an error of a call whose value is not used",
		`func f(p int) error {
			if _, err := g(); err != nil {
				return err
			}
			return nil
		}`,
		`func f(p int) error {
			_, err := g()
			return err
		}`,
	},
	{
		"else if stays a chain",
		`func f(p int) {
			if p == 1 {
				g()
			} else if p == 2 {
				return
			} else {
				h()
			}
			g()
		}`,
		`func f(p int) {
			if p == 1 {
				g()
			} else if p == 2 {
				return
			} else {
				h()
			}
			g()
		}`,
	},
}

func TestProgram(t *testing.T) {
	for _, test := range rewritten {
		t.Run(test.name, func(t *testing.T) {
			result, err := codegen.Generate(irtest.Read(t, test.before))
			if err != nil {
				t.Fatal(err)
			}
			want, err := format.Source([]byte(test.after))
			if err != nil {
				t.Fatal(err)
			}
			text := string(result.Files[0].Text)
			got := strings.TrimSpace(text[strings.Index(text, "func"):])
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
