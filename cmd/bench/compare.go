package main

import "fmt"

// compare measures the programs and prints which became slower than recorded by
// more than the limit. Only ratios are compared: the converted program against
// the expert's and against CPython in the same rounds. One of the two may be out
// of line because its other side was disturbed; a program that became slower is
// slower against both, and still is when it is measured again.
func (m *measurer) compare(programs []*program, recorded *Results, limit float64) error {
	found := false
	for _, p := range programs {
		old := recorded.row(p.name)
		if old == nil {
			fmt.Printf("%s: not recorded\n", p.name)
			continue
		}
		row, err := m.measure(p)
		if err != nil {
			return err
		}
		if row.growth(old) > limit {
			if row, err = m.measure(p); err != nil {
				return err
			}
		}
		if g := row.growth(old); g > limit {
			found = true
			fmt.Printf("%s: slower by %.0f %%: now %s, recorded %s\n", p.name, 100*g, row.progress(), old.progress())
		}
	}
	if found {
		return errSlower
	}
	fmt.Printf("%d programs are as fast as recorded\n", len(programs))
	return nil
}

// growth returns the part by which the converted program's time grew since the
// old row, measured in the expert's time and in CPython's, the smaller of both.
// It is 0 if nothing can be compared.
func (r *Row) growth(old *Row) float64 {
	least, compared := 0.0, false
	for _, against := range []int{expert, cpython} {
		before, now := old.quotient(converted, against), r.quotient(converted, against)
		if before == 0 || now == 0 {
			continue
		}
		if g := now/before - 1; !compared || g < least {
			least, compared = g, true
		}
	}
	return least
}
