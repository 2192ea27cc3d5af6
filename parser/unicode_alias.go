package parser

// nameAliases are the formal aliases of Unicode's NameAliases.txt.
var nameAliases = map[string]rune{
	"NULL": 0,
}
