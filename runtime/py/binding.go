package py

import (
	"fmt"
	"strings"
)

// bindArgs gives each parameter of f its value, or raises the TypeError that
// CPython raises. The result may be args itself.
func bindArgs(f *Function, args []any, kw Kwargs) []any {
	sig := f.signature()
	if sig.simple && len(kw) == 0 && len(args) == len(sig.params) {
		return args
	}
	if f.kind == builtinFunction {
		checkBuiltinArgs(f, sig, args, kw)
	}
	slots := make([]any, len(sig.params))
	n := min(len(args), sig.positional)
	copy(slots, args[:n])
	if sig.star >= 0 {
		if len(args) > n {
			slots[sig.star] = append(Tuple{}, args[n:]...)
		} else {
			slots[sig.star] = Tuple{}
		}
	}
	var filled uint64
	if len(sig.params) <= 64 {
		filled = 1<<n - 1
	}
	var wide []bool
	if len(sig.params) > 64 {
		wide = make([]bool, len(sig.params))
		for i := range n {
			wide[i] = true
		}
	}
	isSet := func(i int) bool {
		if wide != nil {
			return wide[i]
		}
		return filled&(1<<i) != 0
	}
	mark := func(i int) {
		if wide != nil {
			wide[i] = true
		} else {
			filled |= 1 << i
		}
	}
	var extra *Dict[any, any]
	if sig.starStar >= 0 {
		extra = DictOf[any, any]()
		slots[sig.starStar] = extra
	}
	for _, k := range kw {
		i := sig.keyword(k.Name)
		switch {
		case i >= 0 && isSet(i):
			raisef(NewTypeError, "%s() got multiple values for argument '%s'", f.qualname, k.Name)
		case i >= 0:
			slots[i] = k.Value
			mark(i)
		case extra != nil:
			if extra.Has(k.Name) {
				raisef(NewTypeError, "%s() got multiple values for keyword argument '%s'", f.qualname, k.Name)
			}
			extra.Set(k.Name, k.Value)
		default:
			raiseUnexpectedKeyword(f, sig, kw, k.Name)
		}
	}
	if len(args) > sig.positional && sig.star < 0 {
		raiseTooManyPositional(f, sig, len(args), isSet)
	}
	var missingNames []string
	for i := n; i < len(sig.params); i++ {
		p := &sig.params[i]
		if isSet(i) || p.kind == varPositional || p.kind == varKeyword {
			continue
		}
		if p.hasDefault {
			slots[i] = p.defaultOf(f)
		} else if p.kind != keywordOnly {
			missingNames = append(missingNames, p.name)
		}
	}
	if missingNames != nil {
		raiseMissing(f, "positional", missingNames)
	}
	if sig.kwOnly > 0 {
		for i := range sig.params {
			if p := &sig.params[i]; p.kind == keywordOnly && !isSet(i) && !p.hasDefault {
				missingNames = append(missingNames, p.name)
			}
		}
		if missingNames != nil {
			raiseMissing(f, "keyword-only", missingNames)
		}
	}
	return slots
}

// keyword is the index of the parameter a keyword argument names, or -1.
func (s *signature) keyword(name string) int {
	for i := s.posOnly; i < len(s.params); i++ {
		if p := &s.params[i]; p.name == name && (p.kind == positionalOrKeyword || p.kind == keywordOnly) {
			return i
		}
	}
	return -1
}

func raiseUnexpectedKeyword(f *Function, sig *signature, kw Kwargs, name string) {
	var posOnly []string
	for i := range sig.posOnly {
		if _, ok := kw.Lookup(sig.params[i].name); ok {
			posOnly = append(posOnly, sig.params[i].name)
		}
	}
	if posOnly != nil {
		raisef(NewTypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
			f.qualname, strings.Join(posOnly, ", "))
	}
	var candidates []string
	for i := sig.posOnly; i < len(sig.params); i++ {
		if p := &sig.params[i]; p.kind == positionalOrKeyword || p.kind == keywordOnly {
			candidates = append(candidates, p.name)
		}
	}
	hint := ""
	if s := SuggestName(name, candidates); s != "" {
		hint = fmt.Sprintf(". Did you mean '%s'?", s)
	}
	raisef(NewTypeError, "%s() got an unexpected keyword argument '%s'%s", f.qualname, name, hint)
}

func raiseTooManyPositional(f *Function, sig *signature, given int, isSet func(int) bool) {
	takes := fmt.Sprint(sig.positional)
	plural := sig.positional != 1
	if sig.required < sig.positional {
		takes = fmt.Sprintf("from %d to %d", sig.required, sig.positional)
		plural = true
	}
	kwGiven := 0
	for i := range sig.params {
		if sig.params[i].kind == keywordOnly && isSet(i) {
			kwGiven++
		}
	}
	extra := ""
	if kwGiven > 0 {
		extra = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)",
			pluralS(given != 1), kwGiven, pluralS(kwGiven != 1))
	}
	verb := "were"
	if given == 1 && kwGiven == 0 {
		verb = "was"
	}
	raisef(NewTypeError, "%s() takes %s positional argument%s but %d%s %s given",
		f.qualname, takes, pluralS(plural), given, extra, verb)
}

func raiseMissing(f *Function, kind string, names []string) {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = "'" + n + "'"
	}
	var list string
	switch n := len(quoted); n {
	case 1:
		list = quoted[0]
	case 2:
		list = quoted[0] + " and " + quoted[1]
	default:
		list = strings.Join(quoted[:n-1], ", ") + ", and " + quoted[n-1]
	}
	raisef(NewTypeError, "%s() missing %d required %s argument%s: %s",
		f.qualname, len(names), kind, pluralS(len(names) != 1), list)
}

func pluralS(plural bool) string {
	if plural {
		return "s"
	}
	return ""
}
