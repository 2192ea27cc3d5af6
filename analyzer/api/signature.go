package api

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// Signature is a parsed Entry.Sig.
type Signature struct {
	Params []Param
	Result types.Type
}

// Param is a parameter of a Signature.
type Param struct {
	Name        string
	Type        types.Type // nil: any value, boxed
	Optional    bool       // it may be left out; the form then has no argument for it
	Variadic    bool       // *name: it takes all further positional arguments
	KeywordOnly bool
	// PositionalOnly says that no keyword argument goes there.
	PositionalOnly bool
	// Stores says that the argument flows into the container that its type
	// variable belongs to, as list.append's does: its type is written +T.
	Stores bool
}

// Var is a type variable of a signature: T, K or V.
type Var string

func (v Var) String() string { return string(v) }

// Iterable is the parameter type of what gives values of type Elem when iterated.
type Iterable struct{ Elem types.Type }

func (t *Iterable) String() string { return "iterable[" + t.Elem.String() + "]" }

// Contents is the parameter type, written contents[T], of anything whose
// elements are known to have type T when it is iterated, iterators and tuples
// included. The Go form gets it boxed.
type Contents struct{ Elem types.Type }

func (t *Contents) String() string { return "contents[" + t.Elem.String() + "]" }

// Callback is the parameter type, written func[T, K], of a lambda that is
// written there: its parameters, and last its result. The Go form gets a Go func.
// async func[T, K] is the name of an async def; K is what awaiting it gives.
type Callback struct {
	Params []types.Type
	Result types.Type
	Async  bool
}

func (t *Callback) String() string {
	parts := ""
	for _, p := range t.Params {
		parts += p.String() + ", "
	}
	text := "func[" + parts + t.Result.String() + "]"
	if t.Async {
		return "async " + text
	}
	return text
}

// Adder is the parameter type, written adder[T], of a method of a container, such as
// tasks.discard, that takes one element of type T and gives nothing. The Go form
// gets a method value.
type Adder struct{ Elem types.Type }

func (t *Adder) String() string { return "adder[" + t.Elem.String() + "]" }

// Awaitable is the parameter type of coroutines, tasks and futures with that result.
type Awaitable struct{ Result types.Type }

func (t *Awaitable) String() string { return "awaitable[" + t.Result.String() + "]" }

// Exactly is the parameter type, written float!, that does not take an int for
// a float. The Go form then gives what the argument is, not its conversion.
type Exactly struct{ Kind types.Kind }

func (t Exactly) String() string { return t.Kind.String() + "!" }

// ParseSignature parses a signature such as "(self: list[T], object: T) -> None".
func ParseSignature(sig string) (*Signature, error) {
	open, end := strings.IndexByte(sig, '('), strings.LastIndex(sig, ")")
	arrow := strings.LastIndex(sig, "->")
	if open != 0 || end < 0 || arrow < end {
		return nil, fmt.Errorf("signature %q is not of the form (...) -> type", sig)
	}
	s := &Signature{}
	keywordOnly := false
	for _, part := range splitTop(sig[1:end], ',') {
		part = strings.TrimSpace(part)
		switch part {
		case "":
			continue
		case "*":
			keywordOnly = true
			continue
		case "/":
			for i := range s.Params {
				s.Params[i].PositionalOnly = true
			}
			continue
		}
		p := Param{KeywordOnly: keywordOnly}
		p.Name, part, _ = strings.Cut(part, ":")
		p.Name, p.Optional = strings.CutSuffix(strings.TrimSpace(p.Name), "?")
		p.Name, p.Variadic = strings.CutPrefix(p.Name, "*")
		part, p.Stores = strings.CutPrefix(strings.TrimSpace(part), "+")
		if part != "" {
			t, err := parseType(part)
			if err != nil {
				return nil, err
			}
			p.Type = t
		}
		s.Params = append(s.Params, p)
	}
	result, err := parseType(strings.TrimSpace(sig[arrow+2:]))
	s.Result = result
	return s, err
}

// splitTop splits at sep outside of brackets.
func splitTop(s string, sep byte) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case sep:
			if depth == 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

var kinds = map[string]types.Type{
	"any": types.Any, "None": types.None, "bool": types.Bool, "int": types.Int, "bigint": types.BigInt,
	"float": types.Float, "complex": types.Complex, "str": types.Str, "bytes": types.Bytes, "function": types.Function,
	"real": types.Real,
	"T":    Var("T"), "K": Var("K"), "V": Var("V"),
}

func parseType(s string) (types.Type, error) {
	if left, ok := strings.CutSuffix(s, "| None"); ok {
		elem, err := parseType(strings.TrimSpace(left))
		return &types.Optional{Elem: elem}, err
	}
	name, rest, generic := strings.Cut(s, "[")
	var args []types.Type
	if generic {
		for _, part := range splitTop(strings.TrimSuffix(rest, "]"), ',') {
			if strings.TrimSpace(part) == "..." {
				continue
			}
			t, err := parseType(strings.TrimSpace(part))
			if err != nil {
				return nil, err
			}
			args = append(args, t)
		}
	}
	if t, ok := kinds[name]; ok {
		return t, nil
	}
	switch {
	case name == "list" && len(args) == 1:
		return &types.List{Elem: args[0]}, nil
	case name == "set" && len(args) == 1:
		return &types.Set{Elem: args[0]}, nil
	case name == "frozenset" && len(args) == 1:
		return &types.Set{Elem: args[0], Frozen: true}, nil
	case name == "dict" && len(args) == 2:
		return &types.Dict{Key: args[0], Value: args[1]}, nil
	case name == "tuple" && strings.HasSuffix(s, ", ...]"):
		return &types.Sequence{Elem: args[0]}, nil
	case name == "tuple":
		return &types.Tuple{Elems: args}, nil
	case name == "float!":
		return Exactly{types.Float}, nil
	case (name == "func" || name == "async func") && len(args) > 0:
		return &Callback{Params: args[:len(args)-1], Result: args[len(args)-1], Async: name == "async func"}, nil
	case name == "adder" && len(args) == 1:
		return &Adder{args[0]}, nil
	case name == "iterable" && len(args) == 1:
		return &Iterable{args[0]}, nil
	case name == "contents" && len(args) == 1:
		return &Contents{args[0]}, nil
	case name == "iterator" && len(args) == 1:
		return &types.Iterator{Elem: args[0]}, nil
	case name == "awaitable" && len(args) == 1:
		return &Awaitable{args[0]}, nil
	case name == "coroutine" && len(args) == 1:
		return &types.Coroutine{Result: args[0]}, nil
	case name == "bytearray" || name == "object" || strings.Contains(name, ".") && goTypes[name] == "":
		return &types.Object{Name: name}, nil
	case strings.Contains(name, "."):
		return &types.Library{Name: name, Args: args}, nil
	}
	return nil, fmt.Errorf("unknown type %q in a signature", s)
}
