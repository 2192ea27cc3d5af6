package pickle

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// rawEscaped escapes what the line format of protocol 0 cannot hold.
func rawEscaped(s string) string {
	return strings.NewReplacer("\\", "\\u005c", "\x00", "\\u0000", "\n", "\\u000a", "\r", "\\u000d", "\x1a", "\\u001a").Replace(s)
}

func (p *pickler) saveTuple(t py.Tuple) {
	n := len(t)
	if n == 0 {
		if p.protocol == 0 {
			p.write(opMark, opTuple)
		} else {
			p.write(opEmptyTuple)
		}
		return
	}
	short := n <= 3 && p.protocol >= 2
	if !short {
		p.write(opMark)
	}
	for _, item := range t {
		p.save(item)
	}
	if _, ok := p.memo[key(t)]; ok { // it holds itself
		if short {
			for range n {
				p.write(opPop)
			}
		} else if p.protocol > 0 {
			p.write(opPopMark)
		} else {
			for range n + 1 {
				p.write(opPop)
			}
		}
		p.recall(t)
		return
	}
	if short {
		p.write(opTuple1 + byte(n) - 1)
	} else {
		p.write(opTuple)
	}
	p.memoize(t)
}

func (p *pickler) saveList(v any) {
	if p.protocol == 0 {
		p.write(opMark, opList)
	} else {
		p.write(opEmptyList)
	}
	p.memoize(v)
	items := collect(v)
	p.batches(len(items), opAppend, opAppends, func(i int) { p.save(items[i]) })
}

func (p *pickler) saveDict(v any) {
	if p.protocol == 0 {
		p.write(opMark, opDict)
	} else {
		p.write(opEmptyDict)
	}
	p.memoize(v)
	p.savePairs(collect(py.CallMethod(v, "items")))
}

func (p *pickler) savePairs(pairs []any) {
	p.batches(len(pairs), opSetItem, opSetItems, func(i int) {
		pair := py.Unpack(pairs[i], 2)
		p.save(pair[0])
		p.save(pair[1])
	})
}

func collect(v any) []any {
	var items []any
	for item := range py.Iter(v) {
		items = append(items, item)
	}
	return items
}

// batches writes n items: one by the opcode single, more in groups by the opcode
// many.
func (p *pickler) batches(n int, single, many byte, item func(i int)) {
	if p.protocol == 0 || n == 1 {
		for i := range n {
			item(i)
			p.write(single)
		}
		return
	}
	for i := 0; i < n; {
		p.write(opMark)
		for end := min(i+batch, n); i < end; i++ {
			item(i)
		}
		p.write(many)
	}
}

func (p *pickler) saveSet(v any, class *py.Class) {
	items := collect(v)
	if p.protocol < 4 {
		p.call(v, class, py.ListOf(items...))
		return
	}
	if class == py.FrozenSetClass {
		p.write(opMark)
		for _, item := range items {
			p.save(item)
		}
		if _, ok := p.memo[key(v)]; ok { // it holds itself
			p.write(opPopMark)
			p.recall(v)
			return
		}
		p.write(opFrozenSet)
		p.memoize(v)
		return
	}
	p.write(opEmptySet)
	p.memoize(v)
	for len(items) > 0 {
		n := min(len(items), batch)
		p.write(opMark)
		for _, item := range items[:n] {
			p.save(item)
		}
		p.write(opAddItems)
		items = items[n:]
	}
}
