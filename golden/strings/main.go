package main

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func settings(line string) *py.Dict[string, string] {
	found := py.DictOf[string, string]()
	for part := range py.StrSplit(line, ";").All() {
		key, _, value := py.StrPartition(part, "=")
		found.Set(key, value)
	}
	return found
}

func main() {
	py.Main(func() error {
		text := "  The quick brown fox jumps over the lazy dog  "

		words := py.StrFields(text)
		fmt.Println(words)
		fmt.Println(py.StrTitle(py.StrStrip(text)))
		fmt.Println(py.StrUpper(strings.Join(words.Slice(nil, 3, nil).Items(), "-")))
		py.Print(py.StrCount(text, "o"), py.StrFind(text, "fox"), py.StrRFind(text, "o"), strings.Contains(text, "cat"))
		before, sep, after := py.StrPartition(py.StrReplace(py.StrStrip(text), "quick", "slow"), " brown ")
		py.Print(py.Tuple{before, sep, after})
		fmt.Println(py.StrSplit("a,b,,c", ","), py.StrSplit("a b  c", " "), py.StrSplitLines("one\ntwo\r\nthree"))
		fmt.Println(py.StrSlice("abc", nil, nil, -1), py.StrSlice("abcdef", 1, -1, 2), py.StrSlice("héllo wörld", 1, 4, nil), py.StrLen("naïve ☃"))
		py.Print(py.StrZFill("x", 4), py.StrIsDigit("42"), py.StrIsAlpha("abc"), py.StrSwapCase("Abc"))
		fmt.Println("tab\tquote\"", py.Repr("it's\n"), py.Repr(`say "hi"`), py.ASCII("é"))
		fmt.Printf("%s is %d years and %s months, %5s|%-5s|\n", "Bob", 30, py.Fixed(2.55, 1), "r", "l")
		fmt.Printf("%s %s %s %s\n", "a", "b", "a", "n")
		py.Print(py.StrRepeat("ab", 3)+"!", "abc" < "abd", py.MaxOf(py.StrIter("hello")), py.SortedList(py.StrIter("hello")))
		for index, letter := range py.Enumerate(py.StrIter("xyz"), 1) {
			fmt.Println(index, letter, py.Ord(letter), py.Char(py.Ord(letter)+1-3))
		}

		head, colon, tail := py.StrRPartition("x:y:z", ":")
		arg := settings("a=1;b=2=3;c")
		_, _, after2 := py.StrPartition("q w", " ")
		fmt.Println(arg, head, colon, tail, after2)
		return nil
	})
}
