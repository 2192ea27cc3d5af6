package re

import "slices"

// A subject is the text that is searched. Its characters are its bytes, or its
// code points if any is not ASCII.
type subject struct {
	text    string
	runes   []rune
	offsets []int
}

func (s *subject) len() int {
	if s.runes != nil {
		return len(s.runes)
	}
	return len(s.text)
}

func (s *subject) at(i int) rune {
	if s.runes != nil {
		return s.runes[i]
	}
	return rune(s.text[i])
}

func (s *subject) slice(from, to int) string {
	if s.runes != nil {
		return s.text[s.offsets[from]:s.offsets[to]]
	}
	return s.text[from:to]
}

// An undo is an entry of the stack of a machine: a place to go on when the
// present way fails, or a value to restore on the way back there.
type undo struct {
	kind   undoKind
	pc     int
	pos    int
	other  int
	repeat greed
}

type undoKind int

const (
	undoBranch undoKind = iota
	undoRepeat
	undoCapture
	undoCount
	undoLast
)

// A machine matches a program against a subject. It keeps its own stack, so
// that the length of the text does not matter.
type machine struct {
	*program
	subject  *subject
	from, to int
	captures []int
	lastMark int
	counts   []int
	lasts    []int
	stack    []undo
	full     bool
	// notEmptyAt is a position where an empty match does not count, or -1.
	notEmptyAt int
}

func newMachine(p *program, groups int, s *subject, from, to int) *machine {
	return &machine{
		program: p, subject: s, from: from, to: to, captures: make([]int, 2*groups+2),
		counts: make([]int, p.loops), lasts: make([]int, p.loops), notEmptyAt: -1,
	}
}

// match tries to match at pos.
func (m *machine) match(pos int) bool {
	for i := range m.captures {
		m.captures[i] = -1
	}
	m.lastMark = 0
	m.stack = m.stack[:0]
	end, ok := m.run(0, pos, true)
	if ok {
		m.captures[0], m.captures[1] = pos, end
	}
	return ok
}

func (m *machine) setCapture(slot, pos int) {
	m.stack = append(m.stack, undo{kind: undoCapture, pc: slot, pos: m.captures[slot], other: m.lastMark})
	m.captures[slot] = pos
	if slot&1 == 1 {
		m.lastMark = slot / 2
	}
}

func (m *machine) setCount(loop, count int) {
	m.stack = append(m.stack, undo{kind: undoCount, pc: loop, pos: m.counts[loop]})
	m.counts[loop] = count
}

func (m *machine) setLast(loop, pos int) {
	m.stack = append(m.stack, undo{kind: undoLast, pc: loop, pos: m.lasts[loop]})
	m.lasts[loop] = pos
}

// back undoes until the last branch above base and returns where to go on.
func (m *machine) back(base int) (pc, pos int, ok bool) {
	for len(m.stack) > base {
		top := &m.stack[len(m.stack)-1]
		if top.kind == undoRepeat {
			if pc, pos, ok := m.retryRepeat(top); ok {
				return pc, pos, true
			}
			m.stack = m.stack[:len(m.stack)-1]
			continue
		}
		u := *top
		m.stack = m.stack[:len(m.stack)-1]
		switch u.kind {
		case undoBranch:
			return u.pc, u.pos, true
		case undoCapture:
			m.captures[u.pc], m.lastMark = u.pos, u.other
		case undoCount:
			m.counts[u.pc] = u.pos
		case undoLast:
			m.lasts[u.pc] = u.pos
		}
	}
	return 0, 0, false
}

// retryRepeat gives a repetition of one character another length.
func (m *machine) retryRepeat(u *undo) (pc, pos int, ok bool) {
	i := &m.code[u.pc]
	if u.repeat == lazy {
		if u.pos >= u.other || !m.single(i, opcode(i.x), u.pos) {
			return 0, 0, false
		}
		u.pos++
		return u.pc + 1, u.pos, true
	}
	if u.pos <= u.other {
		return 0, 0, false
	}
	u.pos--
	return u.pc + 1, u.pos, true
}

// commit drops the branches above base but keeps what restores values.
func (m *machine) commit(base int) {
	kept := m.stack[:base]
	for _, u := range m.stack[base:] {
		if u.kind != undoBranch && u.kind != undoRepeat {
			kept = append(kept, u)
		}
	}
	m.stack = kept
}

// single tells whether the character at pos matches.
func (m *machine) single(i *instruction, op opcode, pos int) bool {
	c := m.subject.at(pos)
	switch op {
	case opChar:
		return c == i.char
	case opFold:
		return c == i.char || slices.Contains(i.fold, c)
	}
	return i.set.has(c)
}

// run executes from pc until it accepts; outer tells that it is the whole
// pattern.
func (m *machine) run(pc, pos int, outer bool) (int, bool) {
	base := len(m.stack)
	for {
		i := &m.code[pc]
		ok := true
		switch i.op {
		case opChar, opFold, opSet:
			if ok = pos < m.to && m.single(i, i.op, pos); ok {
				pc, pos = pc+1, pos+1
			}
		case opPlace:
			ok = m.place(i.place, pos)
			pc++
		case opSplit:
			m.stack = append(m.stack, undo{kind: undoBranch, pc: i.y, pos: pos})
			pc = i.x
		case opJump:
			pc = i.x
		case opSave:
			m.setCapture(i.x, pos)
			pc++
		case opRepeatOne:
			pos, ok = m.repeatOne(i, pc, pos)
			pc++
		case opLoopStart:
			m.setCount(i.least, -1)
			m.setLast(i.least, -1)
			pc = i.x
		case opLoop:
			pc = m.loop(i, pos)
		case opReference:
			pos, ok = m.reference(i, pos)
			pc++
		case opLook:
			ok = m.look(i, pos)
			pc = i.y
		case opAtomic:
			inner := len(m.stack)
			if pos, ok = m.run(i.x, pos, false); ok {
				m.commit(inner)
				pc = i.y
			}
		case opConditional:
			pc = i.y
			if m.captures[2*i.least+1] >= 0 {
				pc = i.x
			}
		case opAccept:
			if !outer || (!m.full || pos == m.to) && pos != m.notEmptyAt {
				return pos, true
			}
			ok = false
		}
		if !ok {
			if pc, pos, ok = m.back(base); !ok {
				return 0, false
			}
		}
	}
}

func (m *machine) repeatOne(i *instruction, pc, pos int) (int, bool) {
	op := opcode(i.x)
	limit := m.to
	if i.most < m.to-pos {
		limit = pos + i.most
	}
	start, at := pos, pos
	want := limit
	if i.mode == lazy {
		want = min(limit, pos+i.least)
	}
	for at < want && m.single(i, op, at) {
		at++
	}
	if at-start < i.least {
		return pos, false
	}
	switch i.mode {
	case greedy:
		if at > start+i.least {
			m.stack = append(m.stack, undo{kind: undoRepeat, pc: pc, pos: at, other: start + i.least, repeat: greedy})
		}
	case lazy:
		m.stack = append(m.stack, undo{kind: undoRepeat, pc: pc, pos: at, other: limit, repeat: lazy})
	}
	return at, true
}

// loop decides after a round of a repetition whether another one follows.
func (m *machine) loop(i *instruction, pos int) int {
	loop := int(i.char)
	count := m.counts[loop] + 1
	m.setCount(loop, count)
	if count < i.least {
		return i.x
	}
	if count >= i.most && i.most != unlimited || pos == m.lasts[loop] {
		return i.y
	}
	if i.mode == lazy {
		return m.lazyLoop(i, loop, pos)
	}
	m.stack = append(m.stack, undo{kind: undoBranch, pc: i.y, pos: pos})
	m.setLast(loop, pos)
	return i.x
}

// lazyLoop leaves the loop and keeps another round for later.
func (m *machine) lazyLoop(i *instruction, loop, pos int) int {
	last := m.lasts[loop]
	m.lasts[loop] = pos
	m.stack = append(m.stack,
		undo{kind: undoLast, pc: loop, pos: last},
		undo{kind: undoBranch, pc: i.x, pos: pos})
	return i.y
}

func (m *machine) reference(i *instruction, pos int) (int, bool) {
	from, to := m.captures[2*i.x], m.captures[2*i.x+1]
	if from < 0 || to < from || to-from > m.to-pos {
		return pos, false
	}
	for k := from; k < to; k++ {
		a, b := m.subject.at(k), m.subject.at(pos+k-from)
		if a != b && (i.folder == nil || !slices.Contains(i.folder(a), b)) {
			return pos, false
		}
	}
	return pos + to - from, true
}

func (m *machine) look(i *instruction, pos int) bool {
	if i.behind >= 0 {
		if pos -= i.behind; pos < 0 {
			return i.negate
		}
	}
	base := len(m.stack)
	_, ok := m.run(i.x, pos, false)
	if !ok {
		return i.negate
	}
	if i.negate {
		for ok {
			_, _, ok = m.back(base)
		}
		return false
	}
	m.commit(base)
	return true
}

func (m *machine) place(p place, pos int) bool {
	switch p {
	case textStart:
		return pos == 0
	case textEnd:
		return pos == m.to
	case lineStart:
		return pos == 0 || m.subject.at(pos-1) == '\n'
	case lineEnd:
		return pos == m.to || m.subject.at(pos) == '\n'
	case lastLineEnd:
		return pos == m.to || pos == m.to-1 && m.subject.at(pos) == '\n'
	case wordBorder:
		return m.border(pos, isWord)
	case noWordBorder:
		return m.to > 0 && !m.border(pos, isWord)
	case asciiWordBorder:
		return m.border(pos, isASCIIWord)
	}
	return m.to > 0 && !m.border(pos, isASCIIWord)
}

func (m *machine) border(pos int, word func(rune) bool) bool {
	before := pos > 0 && word(m.subject.at(pos-1))
	after := pos < m.to && word(m.subject.at(pos))
	return before != after
}

// search finds the first match from pos on.
func (m *machine) search(pos int) bool {
	first := &m.code[0]
	for ; pos <= m.to; pos++ {
		switch first.op {
		case opChar, opFold, opSet:
			for pos < m.to && !m.single(first, first.op, pos) {
				pos++
			}
			if pos >= m.to {
				return false
			}
		}
		if m.match(pos) {
			return true
		}
		m.notEmptyAt = -1
	}
	return false
}
