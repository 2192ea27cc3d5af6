package re

// An opcode is what an instruction does.
type opcode int

const (
	opChar opcode = iota
	opFold
	opSet
	opPlace
	opSplit
	opJump
	opSave
	opRepeatOne
	opLoopStart
	opLoop
	opReference
	opLook
	opAtomic
	opConditional
	opAccept
)

// An instruction is a step of a compiled pattern; which fields mean something
// depends on the opcode.
type instruction struct {
	op          opcode
	char        rune
	fold        []rune
	set         *set
	place       place
	x, y        int
	least, most int
	mode        greed
	negate      bool
	behind      int
	folder      func(rune) []rune
}

// A program is a compiled pattern.
type program struct {
	code  []instruction
	loops int
}

func compileNode(n node) *program {
	p := &program{}
	p.compile(n)
	p.emit(instruction{op: opAccept})
	return p
}

func (p *program) emit(i instruction) int {
	p.code = append(p.code, i)
	return len(p.code) - 1
}

func (p *program) compile(n node) {
	switch n := n.(type) {
	case *literal:
		if n.fold != nil {
			p.emit(instruction{op: opFold, char: n.char, fold: n.fold})
		} else {
			p.emit(instruction{op: opChar, char: n.char})
		}
	case *charset:
		p.emit(instruction{op: opSet, set: n.set})
	case *assertion:
		p.emit(instruction{op: opPlace, place: n.kind})
	case *sequence:
		for _, part := range n.parts {
			p.compile(part)
		}
	case *choice:
		p.compileChoice(n)
	case *repeat:
		p.compileRepeat(n)
	case *group:
		if n.number == 0 {
			p.compile(n.body)
			return
		}
		p.emit(instruction{op: opSave, x: 2 * n.number})
		p.compile(n.body)
		p.emit(instruction{op: opSave, x: 2*n.number + 1})
	case *reference:
		p.emit(instruction{op: opReference, x: n.number, folder: n.fold})
	case *look:
		width, _ := n.body.width()
		if !n.behind {
			width = -1
		}
		p.compileNested(instruction{op: opLook, negate: n.negate, behind: width}, n.body)
	case *atomic:
		p.compileNested(instruction{op: opAtomic}, n.body)
	case *conditional:
		p.compileConditional(n)
	}
}

// compileNested emits an instruction that runs the body by itself; y is where
// the pattern goes on.
func (p *program) compileNested(i instruction, body node) {
	at := p.emit(i)
	p.compile(body)
	p.emit(instruction{op: opAccept})
	p.code[at].x, p.code[at].y = at+1, len(p.code)
}

func (p *program) compileChoice(n *choice) {
	var ends []int
	for i, alternative := range n.alternatives {
		if i == len(n.alternatives)-1 {
			p.compile(alternative)
			break
		}
		split := p.emit(instruction{op: opSplit})
		p.compile(alternative)
		ends = append(ends, p.emit(instruction{op: opJump}))
		p.code[split].x, p.code[split].y = split+1, len(p.code)
	}
	for _, end := range ends {
		p.code[end].x = len(p.code)
	}
}

func (p *program) compileRepeat(n *repeat) {
	if one, ok := singleCharacter(n.body); ok {
		one.least, one.most, one.mode = n.least, n.most, n.mode
		one.x, one.op = int(one.op), opRepeatOne
		p.emit(one)
		return
	}
	if n.mode == possessive {
		inner := *n
		inner.mode = greedy
		p.compileNested(instruction{op: opAtomic}, &inner)
		return
	}
	loop := p.loops
	p.loops++
	start := p.emit(instruction{op: opLoopStart, least: loop})
	p.compile(n.body)
	end := p.emit(instruction{op: opLoop, x: start + 1, char: rune(loop), least: n.least, most: n.most, mode: n.mode})
	p.code[start].x = end
	p.code[end].y = end + 1
}

// singleCharacter is the instruction for a node that matches one character.
func singleCharacter(n node) (instruction, bool) {
	switch n := n.(type) {
	case *literal:
		if n.fold != nil {
			return instruction{op: opFold, char: n.char, fold: n.fold}, true
		}
		return instruction{op: opChar, char: n.char}, true
	case *charset:
		return instruction{op: opSet, set: n.set}, true
	case *sequence:
		if len(n.parts) == 1 {
			return singleCharacter(n.parts[0])
		}
	case *group:
		if n.number == 0 {
			return singleCharacter(n.body)
		}
	}
	return instruction{}, false
}

func (p *program) compileConditional(n *conditional) {
	at := p.emit(instruction{op: opConditional, least: n.number})
	p.compile(n.yes)
	if n.no == nil {
		p.code[at].x, p.code[at].y = at+1, len(p.code)
		return
	}
	jump := p.emit(instruction{op: opJump})
	p.code[at].x, p.code[at].y = at+1, len(p.code)
	p.compile(n.no)
	p.code[jump].x = len(p.code)
}
