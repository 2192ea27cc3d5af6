package infer

import "github.com/pyasync2go/pyasync2go/parser/ast"

// unit is code that is interpreted as a whole: the body of a function, or a
// module with its class bodies. It is interpreted again only if something that
// it read, a cell or what is known of a function, has changed since.
type unit struct {
	interpret func()
	stale     bool // what it read has changed
	round     int  // the round in which it was interpreted last
	summed    bool // sums were bounded then
}

// readers are the units that have read something since it changed last.
type readers []*unit

// readBy notes that the unit that is being interpreted reads something.
func (s *solver) readBy(r *readers) {
	if u := s.current; u != nil && (len(*r) == 0 || (*r)[len(*r)-1] != u) {
		*r = append(*r, u)
	}
}

// wake has the units that have read something interpreted again.
func (r *readers) wake() {
	for _, u := range *r {
		u.stale = true
	}
	*r = (*r)[:0]
}

// visit interprets a unit where it stands in the text, if it is new or stale.
func (a *analysis) visit(n ast.Node, interpret func()) {
	u := a.units[n]
	if u == nil {
		u = &unit{interpret: interpret, stale: true}
		a.units[n] = u
		a.order = append(a.order, u)
	}
	a.refresh(u)
}

// refresh interprets a unit if it is stale, once in a round.
func (a *analysis) refresh(u *unit) {
	if !u.stale || u.round == a.round {
		return
	}
	u.stale, u.round, u.summed = false, a.round, a.sums
	outer := a.current
	a.current = u
	a.version++ // an answer that another unit got does not say what this one read
	u.interpret()
	a.current = outer
	a.version++
}

// solve interprets the program until nothing grows.
func (a *analysis) solve(mods []*Module) bool {
	for _, u := range a.order {
		u.stale = u.stale || u.summed // sums are bounded only while they grow
	}
	for round := 0; round < maxRounds; round++ {
		a.changed, a.sums, a.widen = false, round >= sumRound, round >= wideRound
		a.version++
		a.round++
		if len(a.order) == 0 {
			for _, m := range mods {
				a.visit(m.AST, func() { a.module(m) })
			}
		} else {
			for i := 0; i < len(a.order); i++ {
				a.refresh(a.order[i])
			}
		}
		a.exposeMembers()
		if !a.changed {
			return true
		}
	}
	return false
}

// funcOf returns what is known of a function and can still change: whether it
// is static, and whether it is a value.
func (a *analysis) funcOf(n ast.Node) *Func {
	facts := a.facts.Funcs[n]
	if facts != nil {
		a.readBy(&facts.readers)
	}
	return facts
}

// altered is told that a function turned out to be a value, or not to be static.
func (a *analysis) altered(facts *Func) {
	facts.readers.wake()
	a.grown()
}
