package py

import "fmt"

// checkBuiltinArgs raises the TypeErrors of functions written in C, which word
// them by the convention the function is called with.
func checkBuiltinArgs(f *Function, sig *signature, args []any, kw Kwargs) {
	given := len(args) - f.implicit
	if given < 0 {
		raisef(NewTypeError, "unbound method %s() needs an argument", f.qualname)
	}
	if sig.posOnly == sig.positional && sig.kwOnly == 0 && sig.starStar < 0 {
		checkPositionalOnly(f, sig, args, len(kw))
		return
	}
	checkKeywords(f, sig, args, kw)
}

// fullName is the name with the class or module that the errors about the
// number of arguments show.
func (f *Function) fullName(args []any) string {
	if f.label != "" {
		return f.label
	}
	if f.implicit == 1 && f.owner == nil {
		if cls, ok := args[0].(*Class); ok {
			return cls.qualname + "." + f.name
		}
	}
	if m, ok := f.module.(string); ok && m != "builtins" && f.owner == nil {
		return m + "." + f.qualname
	}
	return f.qualname
}

// argumentLabel is the name that the other errors about arguments show.
func (f *Function) argumentLabel() string {
	if f.label != "" {
		return f.label
	}
	return f.name
}

// countedConstructors are the types whose constructors count positional
// arguments apart from keywords, which the wording of the error shows.
var countedConstructors = map[string]bool{"int": true, "str": true, "reversed": true}

func checkPositionalOnly(f *Function, sig *signature, args []any, keywords int) {
	given := len(args) - f.implicit
	least, most := sig.required-f.implicit, sig.positional-f.implicit
	switch {
	case f.takesClass:
		checkWithClass(f, least, most, given, keywords)
	case keywords > 0:
		raisef(NewTypeError, "%s() takes no keyword arguments", f.fullName(args))
	case sig.star >= 0:
		if given < least {
			raisef(NewTypeError, "%s expected at least %d argument%s, got %d", f.argumentLabel(), least, pluralS(least != 1), given)
		}
	case most == 0 && given > 0:
		raisef(NewTypeError, "%s() takes no arguments (%d given)", f.fullName(args), given)
	case most == 1 && least == 1 && given != 1:
		if f.argumentTuple {
			raisef(NewTypeError, "%s expected 1 argument, got %d", f.argumentLabel(), given)
		}
		raisef(NewTypeError, "%s() takes exactly one argument (%d given)", f.fullName(args), given)
	default:
		checkCount(f, least, most, given)
	}
}

// checkWithClass is the check for a method that is given the class that defines it.
func checkWithClass(f *Function, least, most, given, keywords int) {
	switch total := given + keywords; {
	case most == 0 && total > 0:
		raisef(NewTypeError, "%s() takes no arguments", f.argumentLabel())
	case total > most:
		raisef(NewTypeError, "%s() takes at most %d argument%s (%d given)", f.argumentLabel(), most, pluralS(most != 1), total)
	case given < least:
		raisef(NewTypeError, "%s() takes exactly %d positional argument%s (%d given)", f.argumentLabel(), least, pluralS(least != 1), given)
	}
}

// checkCount raises when the number of positional arguments is wrong.
func checkCount(f *Function, least, most, given int) {
	switch {
	case least == most && given != least:
		raisef(NewTypeError, "%s expected %d argument%s, got %d", f.argumentLabel(), least, pluralS(least != 1), given)
	case given < least:
		raisef(NewTypeError, "%s expected at least %d argument%s, got %d", f.argumentLabel(), least, pluralS(least != 1), given)
	case given > most:
		raisef(NewTypeError, "%s expected at most %d argument%s, got %d", f.argumentLabel(), most, pluralS(most != 1), given)
	}
}

func checkKeywords(f *Function, sig *signature, args []any, kw Kwargs) {
	given := len(args) - f.implicit
	most := sig.positional - f.implicit
	least := sig.required - f.implicit
	if sig.star < 0 {
		if f.argumentTuple || (sig.starStar >= 0 && sig.posOnly == sig.positional) {
			checkCount(f, least, most, given)
		}
		all := most + sig.kwOnly
		if total := given + len(kw); total > all && sig.starStar < 0 {
			word, keyword := "exactly", ""
			if least < all {
				word = "at most"
			}
			if given == 0 {
				keyword = "keyword "
			}
			raisef(NewTypeError, "%s() takes %s %d %sargument%s (%d given)",
				f.argumentLabel(), word, all, keyword, pluralS(all != 1), total)
		}
		if given > most {
			raiseBuiltinTooMany(f, most, least, given)
		}
		posOnlyRequired := min(sig.posOnly, sig.required) - f.implicit
		if given < posOnlyRequired {
			word := "exactly"
			if posOnlyRequired < most {
				word = "at least"
			}
			raisef(NewTypeError, "%s() takes %s %d positional argument%s (%d given)",
				f.argumentLabel(), word, posOnlyRequired, pluralS(posOnlyRequired != 1), given)
		}
	}
	for i := len(args); i < sig.required; i++ {
		if _, ok := kw.Lookup(sig.params[i].name); !ok {
			raisef(NewTypeError, "%s() missing required argument '%s' (pos %d)",
				f.argumentLabel(), sig.params[i].name, i-f.implicit+1)
		}
	}
	for _, k := range kw {
		if i := sig.keyword(k.Name); i >= 0 && i < len(args) && sig.params[i].kind == positionalOrKeyword {
			raisef(NewTypeError, "argument for %s() given by name ('%s') and position (%d)",
				f.argumentLabel(), k.Name, i-f.implicit+1)
		} else if i < 0 && sig.starStar < 0 {
			raiseUnexpectedBuiltinKeyword(f, sig, k.Name)
		}
	}
}

func raiseBuiltinTooMany(f *Function, most, least, given int) {
	if most == 0 {
		raisef(NewTypeError, "%s() takes no positional arguments", f.argumentLabel())
	}
	word := "exactly"
	if least < most {
		word = "at most"
	}
	raisef(NewTypeError, "%s() takes %s %d positional argument%s (%d given)",
		f.argumentLabel(), word, most, pluralS(most != 1), given)
}

func raiseUnexpectedBuiltinKeyword(f *Function, sig *signature, name string) {
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
	function := f.argumentLabel()
	if function == "sorted" {
		function = "sort" // sorted passes its keywords on to list.sort
	}
	raisef(NewTypeError, "%s() got an unexpected keyword argument '%s'%s", function, name, hint)
}
