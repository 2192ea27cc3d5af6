package lower

import "github.com/pyasync2go/pyasync2go/parser/ast"

// captured emits the tests of a pattern, and around matched, where all of them
// hold, what binds its names: a pattern that fails binds none.
func (f *function) captured(v value, p ast.Pattern, matched func()) {
	outer := f.matchBinds
	f.matchBinds = nil
	f.pattern(v, p, func() {
		for _, bind := range f.matchBinds {
			bind()
		}
		matched()
	})
	f.matchBinds = outer
}
