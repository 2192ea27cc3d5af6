package api

import "testing"

func TestWordList(t *testing.T) {
	list := wordList("abc bc b_c\ncd")
	for _, word := range []string{"abc", "bc", "b_c", "cd"} {
		if !list.has(word) {
			t.Errorf("%q is not in the list", word)
		}
	}
	for _, word := range []string{"", "a", "b", "c", "ab", "d", "abcd", "_c"} {
		if list.has(word) {
			t.Errorf("%q is in the list", word)
		}
	}
	if wordList("").has("a") {
		t.Error("a word is in the empty list")
	}
	if got := len(list.words()); got != 4 {
		t.Errorf("%d words", got)
	}
}
