package parser

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// runesByName inverts the table of character names; it is built when the first
// \N{...} is met, which is in few files.
var runesByName = sync.OnceValue(func() map[string]rune {
	names := make(map[string]rune, 40000)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if name := runenames.Name(r); name != "" && name[0] != '<' {
			names[name] = r
		}
	}
	return names
})

// runeByName finds a character by its Unicode name, in any case.
func runeByName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if hex, isIdeograph := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); isIdeograph {
		value, err := strconv.ParseInt(hex, 16, 32)
		return rune(value), err == nil && len(hex) >= 4 && unicode.Is(unicode.Unified_Ideograph, rune(value))
	}
	if syllable, isHangul := strings.CutPrefix(name, "HANGUL SYLLABLE "); isHangul {
		return hangulByName(syllable)
	}
	if r, known := nameAliases[name]; known {
		return r, true
	}
	r, known := runesByName()[name]
	return r, known
}

var (
	hangulLeads  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	hangulVowels = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	hangulTails  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

// hangulByName finds a syllable by the letters that its name is put together of.
func hangulByName(syllable string) (rune, bool) {
	for lead, first := range hangulLeads {
		for vowel, second := range hangulVowels {
			tail, fits := strings.CutPrefix(syllable, first+second)
			if !fits {
				continue
			}
			for i, third := range hangulTails {
				if tail == third {
					return rune(0xac00 + (lead*21+vowel)*28 + i), true
				}
			}
		}
	}
	return 0, false
}
