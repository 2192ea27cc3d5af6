// Package difflib is Python's module difflib: what sequences have in common,
// and how they differ.
// https://docs.python.org/3.13/library/difflib.html
package difflib

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var (
	matcherClass   *py.Class
	differClass    *py.Class
	generatorClass = define.IteratorClass("difflib", "generator", nil)
	lineJunk       = regexp.MustCompile(`^\s*(?:#\s*)?$`)
)

func init() {
	matcherClass = py.NewNativeClass("difflib", "SequenceMatcher", nil, defineMatcher)
	differClass = py.NewNativeClass("difflib", "Differ", nil, defineDiffer)
}

// PyClass is SequenceMatcher.
func (*matcher) PyClass() *py.Class { return matcherClass }

// PyClass is Differ.
func (*differ) PyClass() *py.Class { return differClass }

// matchClass is the named tuple Match.
var matchClass = sync.OnceValue(func() any {
	return py.CallKw(collections.Module().Attr("namedtuple"), []any{"Match", "a b size"}, py.Kwargs{{Name: "module", Value: "difflib"}})
})

func (x block) match() any { return py.Call(matchClass(), x.a, x.b, x.size) }

// lines is an iterator over what run writes, which begins with the first line
// that is asked for.
func lines(run func(out func(line string))) any {
	var all []string
	next := -1
	return define.NewIterator(generatorClass, func() (any, bool) {
		if next < 0 {
			run(func(line string) { all = append(all, line) })
			next = 0
		}
		if next == len(all) {
			return nil, false
		}
		next++
		return all[next-1], true
	})
}

func defineMatcher(d *py.Definition) {
	of := py.PayloadAs[*matcher]
	d.Subscriptable()
	d.Alloc(func() any { return newMatcher(nil, true) })
	d.Init("__init__(self, isjunk=None, a='', b='', autojunk=True)", func(self, isJunk, a, b, autoJunk any) any {
		m := of(self)
		m.isJunk, m.autoJunk = isJunk, py.Truth(autoJunk)
		m.setA(a)
		m.setB(b)
		return nil
	})
	d.Member("a", func(self any) any { return of(self).a }, func(self, v any) { of(self).setA(v) })
	d.Member("b", func(self any) any { return of(self).b }, func(self, v any) { of(self).setB(v) })
	d.Method("set_seqs(self, a, b)", func(self, a, b any) any {
		of(self).setA(a)
		of(self).setB(b)
		return nil
	})
	d.Method("set_seq1(self, a)", func(self, a any) any {
		of(self).setA(a)
		return nil
	})
	d.Method("set_seq2(self, b)", func(self, b any) any {
		of(self).setB(b)
		return nil
	})
	selected := func(which func(m *matcher) map[int]bool) func(self any) any {
		return func(self any) any {
			m, s := of(self), py.SetOf[any]()
			for i, code := range m.codesB {
				if which(m)[code] {
					s.Add(m.itemsB[i])
				}
			}
			return s
		}
	}
	d.Getter("bjunk", selected(func(m *matcher) map[int]bool { return m.junk }))
	d.Getter("bpopular", selected(func(m *matcher) map[int]bool { return m.popular }))
	d.Method("find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None)", func(self, aLow, aHigh, bLow, bHigh any) any {
		m := of(self)
		high := func(v any, n int) int {
			if v == nil {
				return n
			}
			return number.Int(v)
		}
		return m.longest(number.Int(aLow), high(aHigh, len(m.codesA)), number.Int(bLow), high(bHigh, len(m.codesB))).match()
	})
	d.Method("get_matching_blocks(self)", func(self any) any {
		all := py.ListOf[any]()
		for _, x := range of(self).matches() {
			all.Append(x.match())
		}
		return all
	})
	d.Method("get_opcodes(self)", func(self any) any { return opcodeList(of(self).steps()) })
	d.Method("get_grouped_opcodes(self, n=3)", func(self, n any) any {
		groups := of(self).grouped(number.Int(n))
		i := -1
		return define.NewIterator(generatorClass, func() (any, bool) {
			if i++; i >= len(groups) {
				return nil, false
			}
			return opcodeList(groups[i]), true
		})
	})
	d.Method("ratio(self)", func(self any) any { return of(self).ratio() })
	d.Method("quick_ratio(self)", func(self any) any { return of(self).quickRatio() })
	d.Method("real_quick_ratio(self)", func(self any) any { return of(self).lengthRatio() })
}

func opcodeList(steps []opcode) any {
	all := py.ListOf[any]()
	for _, s := range steps {
		all.Append(s.tuple())
	}
	return all
}

func defineDiffer(d *py.Definition) {
	d.Alloc(func() any { return &differ{} })
	d.Init("__init__(self, linejunk=None, charjunk=None)", func(self, lineJunk, charJunk any) any {
		*py.PayloadAs[*differ](self) = differ{lineJunk, charJunk}
		return nil
	})
	d.Method("compare(self, a, b)", func(self, a, b any) any {
		return lines(func(out func(string)) { py.PayloadAs[*differ](self).compare(items(a), items(b), out) })
	})
}

// Module is the module difflib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("difflib", "Module difflib -- helpers for computing deltas between objects.")
	m.Class(matcherClass)
	m.Class(differClass)
	m.Lazy("Match", matchClass)
	m.Func("get_close_matches(word, possibilities, n=3, cutoff=0.6)", closeMatches)
	m.Func("IS_LINE_JUNK(line, pat=None)", func(line, pattern any) any {
		if pattern != nil {
			return py.Call(pattern, line) != nil
		}
		return lineJunk.MatchString(py.As[string](line))
	})
	charJunk := m.Func("IS_CHARACTER_JUNK(ch, ws=)", func(ch, space any) any { return py.Contains(space, ch) }, " \t")
	m.Func("ndiff(a, b, linejunk=None, charjunk=)", func(a, b, lineJunk, charJunk any) any {
		return lines(func(out func(string)) { (&differ{lineJunk, charJunk}).compare(items(a), items(b), out) })
	}, charJunk)
	m.Func("restore(delta, which)", restore)
	const options = "fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm=)"
	m.Func("unified_diff(a, b, "+options, func(args []any) any { return lines(func(out func(string)) { unified(args, out) }) }, "\n")
	m.Func("context_diff(a, b, "+options, func(args []any) any { return lines(func(out func(string)) { context(args, out) }) }, "\n")
	m.Func("diff_bytes(dfunc, a, b, fromfile=, tofile=, fromfiledate=, tofiledate=, n=3, lineterm=)", diffBytes,
		py.Bytes(""), py.Bytes(""), py.Bytes(""), py.Bytes(""), py.Bytes("\n"))
	return m
})

func closeMatches(word, possibilities, n, cutoff any) any {
	if !py.Greater(n, 0) {
		panic(exc.ValueError("n must be > 0: %s", py.Repr(n)))
	}
	least := number.Real(cutoff)
	if !(least >= 0 && least <= 1) {
		panic(exc.ValueError("cutoff must be in [0.0, 1.0]: %s", py.Repr(cutoff)))
	}
	type candidate struct {
		score float64
		word  any
	}
	var found []candidate
	m := newMatcher(nil, true)
	m.setB(word)
	for x := range py.Iter(possibilities) {
		m.setA(x)
		if m.lengthRatio() >= least && m.quickRatio() >= least && m.ratio() >= least {
			found = append(found, candidate{m.ratio(), x})
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int {
		switch {
		case x.score > y.score:
			return -1
		case x.score < y.score:
			return 1
		case py.Greater(x.word, y.word):
			return -1
		case py.Less(x.word, y.word):
			return 1
		}
		return 0
	})
	all := py.ListOf[any]()
	for _, c := range found[:min(number.Int(n), len(found))] {
		all.Append(c.word)
	}
	return all
}

func restore(delta, which any) any {
	var sign string
	switch py.Int(which) {
	case 1:
		sign = "- "
	case 2:
		sign = "+ "
	default:
		panic(exc.ValueError("unknown delta choice (must be 1 or 2): %s", py.Repr(which)))
	}
	return lines(func(out func(string)) {
		for line := range py.Iter(delta) {
			text := py.As[string](line)
			if strings.HasPrefix(text, "  ") || strings.HasPrefix(text, sign) {
				out(text[2:])
			}
		}
	})
}
