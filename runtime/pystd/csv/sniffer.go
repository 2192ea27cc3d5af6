package csv

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// A guess is what is found out about a sample; delimiter is empty if it is not
// known.
type guess struct {
	delimiter, quote string
	doubleQuote      bool
	skipInitialSpace any
}

// snifferClass makes csv.Sniffer.
func snifferClass(base *py.Class) *py.Class {
	sniff := func(self any, sample string, delimiters any) *py.Class {
		g := guessByQuotes(sample, delimiters)
		if g.delimiter == "" {
			g.delimiter, g.skipInitialSpace = guessByCounts(sample, delimiters, py.GetAttr(self, "preferred"))
		}
		if g.delimiter == "" {
			raise("Could not determine delimiter")
		}
		return sniffedClass(base, g)
	}
	return define.Class("csv", "Sniffer", nil, func(b *define.Body) {
		b.Doc(`"Sniffs" the format of a CSV file (i.e. delimiter, quotechar)` + "\nReturns a Dialect object.")
		b.Method("__init__(self)", func(self any) any {
			py.SetAttr(self, "preferred", py.ListOf[any](",", "\t", ";", " ", ":"))
			return nil
		})
		b.Method("sniff(self, sample, delimiters=None)", func(self, sample, delimiters any) any {
			return sniff(self, py.As[string](sample), delimiters)
		})
		b.Method("has_header(self, sample)", func(self, sample any) any {
			text := py.As[string](sample)
			return hasHeader(text, newDialect(py.CallMethod(self, "sniff", text), py.DictOf[any, any]()))
		})
	})
}

func sniffedClass(base *py.Class, g guess) *py.Class {
	return define.Class("csv", "dialect", []any{base}, func(b *define.Body) {
		b.Set("_name", "sniffed")
		b.Set("lineterminator", "\r\n")
		b.Set("quoting", quoteMinimal)
		b.Set("doublequote", g.doubleQuote)
		b.Set("delimiter", g.delimiter)
		if g.quote == "" {
			g.quote = `"`
		}
		b.Set("quotechar", g.quote)
		b.Set("skipinitialspace", g.skipInitialSpace)
	})
}

// quotedFields find fields in quotes: between delimiters, at the start, at the
// end, and alone on a line.
var quotedFields = []string{
	`(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)`,
	`(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)`,
	`(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)`,
	`(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)`,
}

// A tally counts texts in the order of their first appearance.
type tally struct {
	texts  []string
	counts map[string]int
}

func (t *tally) add(text string) {
	if t.counts == nil {
		t.counts = map[string]int{}
	}
	if t.counts[text]++; t.counts[text] == 1 {
		t.texts = append(t.texts, text)
	}
}

// most is the first of those counted most often.
func (t *tally) most() string {
	best := ""
	for i, text := range t.texts {
		if i == 0 || t.counts[text] > t.counts[best] {
			best = text
		}
	}
	return best
}

// guessByQuotes looks for texts between two equal quotes next to a delimiter.
func guessByQuotes(data string, delimiters any) guess {
	none := guess{skipInitialSpace: 0}
	var quotes, delims tally
	spaces, found := 0, false
	for i, source := range quotedFields {
		for m := range py.Iter(py.CallMethod(re.Compile("(?sm)"+source), "finditer", data)) {
			found = true
			group := func(name string) string { return py.As[string](py.CallMethod(m, "group", name)) }
			if quote := group("quote"); quote != "" {
				quotes.add(quote)
			}
			if i == len(quotedFields)-1 {
				continue
			}
			if delim := group("delim"); delim != "" && (delimiters == nil || py.Contains(delimiters, delim)) {
				delims.add(delim)
			}
			if group("space") != "" {
				spaces++
			}
		}
		if found {
			break
		}
	}
	if !found {
		return none
	}
	g := guess{quote: quotes.most(), skipInitialSpace: 0}
	if delims.texts != nil {
		g.delimiter = delims.most()
		g.skipInitialSpace = delims.counts[g.delimiter] == spaces
		if g.delimiter == "\n" {
			g.delimiter = ""
		}
	}
	d, q := re.Escape(g.delimiter), g.quote
	doubled := "(?m)((" + d + ")|^)\\W*" + q + "[^" + d + "\n]*" + q + "[^" + d + "\n]*" + q + "\\W*((" + d + ")|$)"
	g.doubleQuote = re.Compile(doubled).Search(data) != nil
	return g
}

// A mode is how often a character stands on most lines, and on how many more
// lines than another number of times.
type mode struct{ count, lines int }

// modeOf is the mode of the counts of a character, in the order in which they
// have been met; false if it never occurs.
func modeOf(counts []mode) (mode, bool) {
	if len(counts) == 1 && counts[0].count == 0 {
		return mode{}, false
	}
	best := counts[0]
	total := 0
	for _, c := range counts {
		total += c.lines
		if c.lines > best.lines {
			best = c
		}
	}
	return mode{best.count, best.lines - (total - best.lines)}, true
}

// sniffedChunk is how many lines are looked at before a decision is tried.
const sniffedChunk = 10

// guessByCounts looks for a character that stands equally often on all lines.
func guessByCounts(sample string, delimiters, preferred any) (string, any) {
	lines := slices.DeleteFunc(strings.Split(sample, "\n"), func(line string) bool { return line == "" })
	chunk := min(sniffedChunk, len(lines))
	var frequencies [127][]mode
	var modes [127]mode
	var candidates []byte
	for start, iteration := 0, 1; start < len(lines); start, iteration = start+chunk, iteration+1 {
		for _, line := range lines[start:min(start+chunk, len(lines))] {
			for c := range frequencies {
				countLine(&frequencies[c], strings.Count(line, string(rune(c))))
			}
		}
		for c := range frequencies {
			if m, ok := modeOf(frequencies[c]); ok {
				modes[c] = m
			}
		}
		total := float64(min(chunk*iteration, len(lines)))
		for consistency := 1.0; len(candidates) == 0 && consistency >= 0.9; consistency -= 0.01 {
			for c, m := range modes {
				if m.count > 0 && m.lines > 0 && float64(m.lines)/total >= consistency &&
					(delimiters == nil || py.Contains(delimiters, string(rune(c)))) {
					candidates = append(candidates, byte(c))
				}
			}
		}
		if len(candidates) == 1 {
			return withSpaces(string(candidates[0]), lines[0])
		}
	}
	if len(candidates) == 0 {
		return "", 0
	}
	for p := range py.Iter(preferred) {
		if d := py.Str(p); len(d) == 1 && slices.Contains(candidates, d[0]) {
			return withSpaces(d, lines[0])
		}
	}
	best := slices.MaxFunc(candidates, func(a, b byte) int {
		if x, y := modes[a], modes[b]; x != y {
			if x.count != y.count {
				return x.count - y.count
			}
			return x.lines - y.lines
		}
		return int(a) - int(b)
	})
	return withSpaces(string(best), lines[0])
}

func countLine(counts *[]mode, n int) {
	for i := range *counts {
		if (*counts)[i].count == n {
			(*counts)[i].lines++
			return
		}
	}
	*counts = append(*counts, mode{n, 1})
}

// withSpaces is a delimiter, and whether blanks follow it on the first line.
func withSpaces(delimiter, line string) (string, any) {
	return delimiter, strings.Count(line, delimiter) == strings.Count(line, delimiter+" ")
}

// maxHeaderRows is how many rows has_header looks at.
const maxHeaderRows = 20

// A columnType is what the values of a column have in common: that they are
// numbers, or their length.
type columnType struct {
	number bool
	length int
}

func typeOfValue(text string) columnType {
	err := py.Try(func() error {
		py.ParseComplex(text)
		return nil
	})
	if err == nil {
		return columnType{number: true}
	}
	return columnType{length: py.StrLen(text)}
}

// hasHeader tells whether the first row is unlike the others.
func hasHeader(sample string, d *dialect) bool {
	lines := py.ListOf(strings.SplitAfter(sample, "\n")...)
	if lines.Get(-1) == "" {
		lines.Pop()
	}
	r := &reader{dialect: d, lines: py.GetIter(lines)}
	first, ok := r.Next()
	if !ok {
		py.Raise(py.NewStopIteration())
	}
	header := first.(*py.List[any])
	types := make([]*columnType, header.Len())
	dropped := make([]bool, header.Len())
	for checked := 0; checked <= maxHeaderRows; {
		next, ok := r.Next()
		if !ok {
			break
		}
		checked++
		row := next.(*py.List[any])
		if row.Len() != header.Len() {
			continue
		}
		for i := range types {
			t := typeOfValue(py.Str(row.Get(i)))
			switch {
			case dropped[i]:
			case types[i] == nil:
				types[i] = &t
			case *types[i] != t:
				dropped[i] = true
			}
		}
	}
	votes := 0
	for i, t := range types {
		title := py.Str(header.Get(i))
		switch {
		case dropped[i]:
		case t == nil:
			// A column without values is of no type, so the title cannot be of it.
			votes++
		case t.number && typeOfValue(title).number, !t.number && t.length == py.StrLen(title):
			votes--
		default:
			votes++
		}
	}
	return votes > 0
}
