package parser

import "github.com/pyasync2go/pyasync2go/parser/ast"

// The parser takes its nodes from slabs, because a file has some five nodes a
// line and an allocation for each would be half of the time. A slab is a quarter
// of what has been taken before, so that little is left over at the end.
const (
	firstSlab = 8
	lastSlab  = 512
)

type slab[T any] struct {
	free  []T
	taken int
}

func (s *slab[T]) take() *T {
	if len(s.free) == 0 {
		size := slabSize(s.taken)
		s.free = make([]T, size)
		s.taken += size
	}
	node := &s.free[0]
	s.free = s.free[1:]
	return node
}

func slabSize(taken int) int { return min(max(taken/4, firstSlab), lastSlab) }

// lists builds slices of exact length. Elements gather on a stack, since lists
// nest, and are cut from a slab when a list is complete.
type lists[T any] struct {
	stack []T
	free  []T
	taken int
}

// open starts a list; the mark it returns closes it.
func (l *lists[T]) open() int { return len(l.stack) }

func (l *lists[T]) add(v T) { l.stack = append(l.stack, v) }

// close returns the elements added since the mark, or nil for none.
func (l *lists[T]) close(mark int) []T {
	n := len(l.stack) - mark
	if n == 0 {
		return nil
	}
	if len(l.free) < n {
		size := max(n, slabSize(l.taken))
		l.free = make([]T, size)
		l.taken += size
	}
	list := l.free[:n:n]
	l.free = l.free[n:]
	copy(list, l.stack[mark:])
	clear(l.stack[mark:])
	l.stack = l.stack[:mark]
	return list
}

// reopen forgets the elements added since the mark.
func (l *lists[T]) reopen(mark int) {
	clear(l.stack[mark:])
	l.stack = l.stack[:mark]
}

// release forgets what has been cut, and keeps the stack.
func (l *lists[T]) release() { *l = lists[T]{stack: l.stack[:0]} }

// slabs holds a slab for each kind of node that is common enough to matter.
type slabs struct {
	names      slab[ast.Name]
	constants  slab[ast.Constant]
	attributes slab[ast.Attribute]
	calls      slab[ast.Call]
	subscripts slab[ast.Subscript]
	binOps     slab[ast.BinOp]
	compares   slab[ast.Compare]
	boolOps    slab[ast.BoolOp]
	unaryOps   slab[ast.UnaryOp]
	tuples     slab[ast.Tuple]
	listNodes  slab[ast.List]
	dicts      slab[ast.Dict]
	keywordArg slab[ast.Keyword]
	args       slab[ast.Arg]
	arguments  slab[ast.Arguments]
	assigns    slab[ast.Assign]
	exprStmts  slab[ast.ExprStmt]
	ifs        slab[ast.If]
	returns    slab[ast.Return]
	functions  slab[ast.FunctionDef]
	aliases    slab[ast.Alias]
	formatted  slab[ast.FormattedValue]
	joined     slab[ast.JoinedStr]
}

// stacks holds the lists that a run builds.
type stacks struct {
	exprs    lists[ast.Expr]
	stmts    lists[ast.Stmt]
	keywords lists[*ast.Keyword]
	params   lists[*ast.Arg]
	ops      lists[ast.CmpOp]
	patterns lists[ast.Pattern]
	strings  lists[string]
}

// release forgets the lists that have been built, which belong to a tree now.
func (s *stacks) release() {
	s.exprs.release()
	s.stmts.release()
	s.keywords.release()
	s.params.release()
	s.ops.release()
	s.patterns.release()
	s.strings.release()
}
