package py

import "testing"

func BenchmarkListGet(b *testing.B) {
	l := ListOf(1, 2, 3)
	n := 0
	for b.Loop() {
		n += l.Get(1)
	}
	_ = n
}

func BenchmarkDictGetString(b *testing.B) {
	d := NewDict[string, int]()
	for _, w := range []string{"a", "bc", "def", "some key", "another key", "k1", "k2", "k3", "k4", "k5", "k6"} {
		d.Set(w, len(w))
	}
	for b.Loop() {
		d.Get("another key")
	}
}

func BenchmarkDictGetInt(b *testing.B) {
	d := NewDict[int, int]()
	for i := range 1000 {
		d.Set(i*7, i)
	}
	for b.Loop() {
		d.Get(700)
	}
}

func BenchmarkDictGetAny(b *testing.B) {
	d := NewDict[any, any]()
	for i := range 1000 {
		d.Set(i*7, i)
	}
	var key any = 700
	for b.Loop() {
		d.Get(key)
	}
}

func BenchmarkDictSetDeleteAny(b *testing.B) {
	d := NewDict[any, any]()
	var key any = "abc"
	for b.Loop() {
		d.Set(key, key)
		d.Delete(key)
	}
}

func BenchmarkStrIndex(b *testing.B) {
	s := "hello, world of text"
	for b.Loop() {
		StrIndex(s, 5)
	}
}

func BenchmarkIntAdd(b *testing.B) {
	var x, y any = 3, 4
	for b.Loop() {
		intAdd(x, y)
	}
}

func BenchmarkSetAdd(b *testing.B) {
	s := SetOf(1, 2, 3)
	for b.Loop() {
		s.Add(77)
		s.Has(77)
	}
}

func BenchmarkFormatSpec(b *testing.B) {
	for b.Loop() {
		FormatFloatSpec(3.14159, ".2f")
	}
}

func BenchmarkSortInts(b *testing.B) {
	l := ListOf[any]()
	for i := range 1000 {
		l.Append(i * 7919 % 1000)
	}
	for b.Loop() {
		l.Sorted()
	}
}
