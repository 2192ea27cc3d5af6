package checks

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// patterns is the state of the check of one case.
type patterns struct {
	names []string // that are bound so far
	// mayMatchAll is set where a pattern that always matches is allowed.
	mayMatchAll bool
}

func (f *finder) emitMatch(n *ast.Match) {
	f.emit(n.Subject)
	for i, c := range n.Cases {
		isLast := i == len(n.Cases)-1
		if !(isLast && i > 0 && isWildcard(c.Pattern)) {
			f.emitPattern(c.Pattern, &patterns{mayMatchAll: c.Guard != nil || isLast})
		}
		f.emitOptional(c.Guard)
		f.emitBody(c.Body)
	}
}

func isWildcard(p ast.Pattern) bool {
	as, isAs := p.(*ast.MatchAs)
	return isAs && as.Name == ""
}

func (f *finder) bindPattern(name string, at source.Range, p *patterns) {
	if name == "" {
		return
	}
	f.bind(name, ast.Store, at)
	if slices.Contains(p.names, name) {
		f.report(at, "multiple assignments to name '%s' in pattern", name)
		return
	}
	p.names = append(p.names, name)
}

// emitInner checks a pattern within another, where any may match all.
func (f *finder) emitInner(pattern ast.Pattern, p *patterns) {
	before := p.mayMatchAll
	p.mayMatchAll = true
	f.emitPattern(pattern, p)
	p.mayMatchAll = before
}

func (f *finder) emitPattern(pattern ast.Pattern, p *patterns) {
	switch n := pattern.(type) {
	case *ast.MatchValue:
		if !isPatternValue(n.Value) {
			f.report(n.Range, "patterns may only match literals and attribute lookups")
		}
		f.emit(n.Value)
	case *ast.MatchSequence:
		f.emitSequencePattern(n, p)
	case *ast.MatchMapping:
		f.emitMappingPattern(n, p)
	case *ast.MatchClass:
		f.emitClassPattern(n, p)
	case *ast.MatchStar:
		f.bindPattern(n.Name, n.Range, p)
	case *ast.MatchAs:
		if n.Pattern == nil {
			f.matchesAll(n, p)
		} else {
			f.emitPattern(n.Pattern, p)
		}
		f.bindPattern(n.Name, n.Range, p)
	case *ast.MatchOr:
		f.emitOrPattern(n, p)
	}
}

func (f *finder) matchesAll(n *ast.MatchAs, p *patterns) {
	switch {
	case p.mayMatchAll:
	case n.Name != "":
		f.report(n.Range, "name capture '%s' makes remaining patterns unreachable", n.Name)
	default:
		f.report(n.Range, "wildcard makes remaining patterns unreachable")
	}
}

// isPatternValue reports whether CPython can match against the value: it folds
// numbers with signs and complex numbers into constants first.
func isPatternValue(e ast.Expr) bool {
	switch n := e.(type) {
	case *ast.Constant, *ast.Attribute:
		return true
	case *ast.UnaryOp:
		return isPatternValue(n.Operand)
	case *ast.BinOp:
		return isPatternValue(n.Left) && isPatternValue(n.Right)
	}
	return false
}

func (f *finder) emitSequencePattern(n *ast.MatchSequence, p *patterns) {
	stars := 0
	for _, element := range n.Patterns {
		if _, isStar := element.(*ast.MatchStar); isStar {
			stars++
		}
	}
	if stars > 1 {
		f.report(n.Range, "multiple starred names in sequence pattern")
	}
	for _, element := range n.Patterns {
		f.emitInner(element, p)
	}
}

func (f *finder) emitMappingPattern(n *ast.MatchMapping, p *patterns) {
	seen := map[string]bool{}
	for _, key := range n.Keys {
		if !isPatternValue(key) {
			f.report(n.Range, "mapping pattern keys may only match literals and attribute lookups")
			continue
		}
		if _, isAttribute := key.(*ast.Attribute); !isAttribute {
			identity, text := constantKey(key)
			if seen[identity] {
				f.report(n.Range, "mapping pattern checks duplicate key (%s)", text)
			}
			seen[identity] = true
		}
		f.emit(key)
	}
	for _, value := range n.Patterns {
		f.emitInner(value, p)
	}
	f.bindPattern(n.Rest, n.Range, p)
}

func (f *finder) emitClassPattern(n *ast.MatchClass, p *patterns) {
	for i, attr := range n.KwdAttrs {
		f.bind(attr, ast.Store, n.KwdPatterns[i].Span())
		for j := i + 1; j < len(n.KwdAttrs); j++ {
			if n.KwdAttrs[j] == attr {
				f.report(n.KwdPatterns[j].Span(), "attribute name repeated in class pattern: %s", attr)
				break
			}
		}
	}
	f.emit(n.Cls)
	for _, pattern := range slices.Concat(n.Patterns, n.KwdPatterns) {
		f.emitInner(pattern, p)
	}
}

func (f *finder) emitOrPattern(n *ast.MatchOr, p *patterns) {
	var first []string
	mayMatchAll := p.mayMatchAll
	before := p.names
	for i, alternative := range n.Patterns {
		p.names = nil
		p.mayMatchAll = mayMatchAll && i == len(n.Patterns)-1
		f.emitPattern(alternative, p)
		slices.Sort(p.names)
		if i == 0 {
			first = p.names
		} else if !slices.Equal(first, p.names) {
			f.report(n.Range, "alternative patterns bind different names")
			break
		}
	}
	p.mayMatchAll = mayMatchAll
	p.names = before
	for _, name := range first {
		f.bindPattern(name, n.Range, p)
	}
}

// constantKey returns a text that is equal for keys that are equal in Python, and
// the key's repr.
func constantKey(e ast.Expr) (identity, repr string) {
	switch value := constantValue(e).(type) {
	case string:
		return "s" + value, "'" + value + "'"
	case ast.Bytes:
		return "b" + string(value), "b'" + string(value) + "'"
	case bool:
		if value {
			return "1", "True"
		}
		return "0", "False"
	case nil:
		return "None", "None"
	case int64:
		return strconv.FormatInt(value, 10), strconv.FormatInt(value, 10)
	case *big.Int:
		return value.String(), value.String()
	case float64:
		return complexKey(complex(value, 0)), floatRepr(value)
	case complex128:
		return complexKey(value), complexRepr(value)
	}
	return fmt.Sprintf("%p", e), ""
}

func complexKey(c complex128) string {
	if imag(c) == 0 && real(c) == float64(int64(real(c))) {
		return strconv.FormatInt(int64(real(c)), 10)
	}
	return strconv.FormatComplex(c, 'g', -1, 128)
}

func complexRepr(c complex128) string {
	imaginary := strconv.FormatFloat(imag(c), 'g', -1, 64) + "j"
	if real(c) == 0 {
		return imaginary
	}
	sign := "+"
	if imag(c) < 0 {
		sign = ""
	}
	return "(" + strconv.FormatFloat(real(c), 'g', -1, 64) + sign + imaginary + ")"
}

// floatRepr writes a float as Python does, except for the forms with exponents,
// which hardly anyone matches against.
func floatRepr(v float64) string {
	if v == float64(int64(v)) {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// constantValue folds a literal with signs.
func constantValue(e ast.Expr) any {
	switch n := e.(type) {
	case *ast.Constant:
		if imaginary, ok := n.Value.(ast.Imaginary); ok {
			return complex(0, float64(imaginary))
		}
		return n.Value
	case *ast.UnaryOp:
		switch value := constantValue(n.Operand).(type) {
		case int64:
			return -value
		case *big.Int:
			return new(big.Int).Neg(value)
		case float64:
			return -value
		case complex128:
			return -value
		}
	case *ast.BinOp:
		left, right := toComplex(constantValue(n.Left)), toComplex(constantValue(n.Right))
		if n.Op == ast.Sub {
			return left - right
		}
		return left + right
	}
	return nil
}

func toComplex(value any) complex128 {
	switch value := value.(type) {
	case int64:
		return complex(float64(value), 0)
	case float64:
		return complex(value, 0)
	case complex128:
		return value
	}
	return 0
}
