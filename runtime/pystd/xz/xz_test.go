package xz

import (
	"bytes"
	"encoding/base64"
	"testing"
)

func noise(n int, limit uint32) []byte {
	x := uint32(12345)
	out := make([]byte, n)
	for i := range out {
		x = (x*1103515245 + 12345) & 0x7fffffff
		out[i] = byte((x >> 16) % limit)
	}
	return out
}

func TestRoundTrip(t *testing.T) {
	text := append(bytes.Repeat([]byte("the quick brown fox jumps over the lazy dog; "), 40), "end"...)
	for _, data := range [][]byte{nil, []byte("a"), []byte("hello hello"), text, noise(300, 256), noise(200000, 256), noise(500000, 9), bytes.Repeat([]byte("ab"), 3<<20)} {
		packed := Compress(data, CheckCRC64)
		plain, kind, size, err := Decompress(append(packed, "more"...))
		if err != nil || kind != CheckCRC64 || size != len(packed) || !bytes.Equal(plain, data) {
			t.Errorf("xz of %d bytes: got %d of check %d, %d of %d read, %v", len(data), len(plain), kind, size, len(packed), err)
		}
		alone := CompressAlone(data)
		plain, size, err = DecompressAlone(alone)
		if err != nil || size != len(alone) || !bytes.Equal(plain, data) {
			t.Errorf("lzma of %d bytes: got %d, %d of %d read, %v", len(data), len(plain), size, len(alone), err)
		}
		if _, _, _, err := Decompress(packed[:len(packed)-1]); !IsMore(err) {
			t.Errorf("the error of a part is %v", err)
		}
	}
	if n := len(Compress(text, CheckCRC64)); n > 200 {
		t.Errorf("%d bytes of text become %d", len(text), n)
	}
}

// The streams are what CPython 3.13 makes of the text.
func TestDecompress(t *testing.T) {
	text := bytes.Repeat([]byte("the quick brown fox jumps over the lazy dog; "), 40)
	text = append(text, noise(500, 20)...)
	for name, packed := range map[string]string{
		"xz":     "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Aj7AXhdADoaCM52x+Xp1gc0w9EOv85V4aq94OSPmAHdjeUHVJ5lJV8nOmp+tNNJBVEjhN3ufQED14fNmNqlDSuiSRRenUpnsq1jIrJRYgpcC8P50hivVtHEgDeiLdB8HhyJ76k7e21iCLk8x/2r6b3UL2zSnVUgD/K77tTqca5pl03ji8b9O1j3jo3ZfNxUQLm7VkSpEBV0H/EP748/mPOGqmKYH3XYiFnfV9Rrt/gq0RY8nRy3T3zWY8rXjidYiCXDEhtBnM+7C8OXQ3r9Eah0uYHE6KiscmrEnJjHjFgRSoIuJV5H/DgIhvojZK7J1ATFOgfJuoMjm+Y+CZn9Ka/Bqln1eRPoGti3l5mGKLuqaVzda65CyF61qwB5v7ge0DtLaltWy/60F4dzNuWSdi3V6NjxJjlZUqna9t0d62FkL56PIo/q6fMcrseN9qtY53uJUYTqZKE+9KQlW2sMFmNZTavtABzXOnNc26kQk9DQsI/nwa2B3wFnS2YlJTIA8zqoJYlNPCMAAZQD/BEAAACaVtOxxGf7AgAAAAAEWVo=",
		"crc32":  "/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4Aj7AXhdADoaCM52x+Xp1gc0w9EOv85V4aq94OSPmAHdjeUHVJ5lJV8nOmp+tNNJBVEjhN3ufQED14fNmNqlDSuiSRRenUpnsq1jIrJRYgpcC8P50hivVtHEgDeiLdB8HhyJ76k7e21iCLk8x/2r6b3UL2zSnVUgD/K77tTqca5pl03ji8b9O1j3jo3ZfNxUQLm7VkSpEBV0H/EP748/mPOGqmKYH3XYiFnfV9Rrt/gq0RY8nRy3T3zWY8rXjidYiCXDEhtBnM+7C8OXQ3r9Eah0uYHE6KiscmrEnJjHjFgRSoIuJV5H/DgIhvojZK7J1ATFOgfJuoMjm+Y+CZn9Ka/Bqln1eRPoGti3l5mGKLuqaVzda65CyF61qwB5v7ge0DtLaltWy/60F4dzNuWSdi3V6NjxJjlZUqna9t0d62FkL56PIo/q6fMcrseN9qtY53uJUYTqZKE+9KQlW2sMFmNZTavtABzXOnNc26kQk9DQsI/nwa2B3wFnS2YlJTIA1tp1oQABkAP8EQAAFtjHSD4wDYsCAAAAAAFZWg==",
		"sha256": "/Td6WFoAAArh+wyhAgAhARwAAAAQz1jM4Aj7AXhdADoaCM52x+Xp1gc0w9EOv85V4aq94OSPmAHdjeUHVJ5lJV8nOmp+tNNJBVEjhN3ufQED14fNmNqlDSuiSRRenUpnsq1jIrJRYgpcC8P50hivVtHEgDeiLdB8HhyJ76k7e21iCLk8x/2r6b3UL2zSnVUgD/K77tTqca5pl03ji8b9O1j3jo3ZfNxUQLm7VkSpEBV0H/EP748/mPOGqmKYH3XYiFnfV9Rrt/gq0RY8nRy3T3zWY8rXjidYiCXDEhtBnM+7C8OXQ3r9Eah0uYHE6KiscmrEnJjHjFgRSoIuJV5H/DgIhvojZK7J1ATFOgfJuoMjm+Y+CZn9Ka/Bqln1eRPoGti3l5mGKLuqaVzda65CyF61qwB5v7ge0DtLaltWy/60F4dzNuWSdi3V6NjxJjlZUqna9t0d62FkL56PIo/q6fMcrseN9qtY53uJUYTqZKE+9KQlW2sMFmNZTavtABzXOnNc26kQk9DQsI/nwa2B3wFnS2YlJTIAZdqBsMV0gtS2e3CLZ9I3mijoiWvvjq0hQmOgrsl/bfsAAawD/BEAAMAffzu26d8cAgAAAAAKWVo=",
		"alone":  "XQAAgAD//////////wA6GgjOdsfl6dYHNMPRDr/OVeGqveDkj5gB3Y3lB1SeZSVfJzpqfrTTSQVRI4Td7n0BA9eHzZjapQ0rokkUXp1KZ7KtYyKyUWIKXAvD+dIYr1bRxIA3oi3QfB4cie+pO3ttYgi5PMf9q+m91C9s0p1VIA/yu+7U6nGuaZdN44vG/TtY946N2XzcVEC5u1ZEqRAVdB/xD++PP5jzhqpimB912IhZ31fUa7f4KtEWPJ0ct0981mPK144nWIglwxIbQZzPuwvDl0N6/RGodLmBxOiorHJqxJyYx4xYEUqCLiVeR/w4CIb6I2SuydQExToHybqDI5vmPgmZ/SmvwapZ9XkT6BrYt5eZhii7qmlc3WuuQshetasAeb+4HtA7S2pbVsv+tBeHczblknYt1ejY8SY5WVKp2vbdHethZC+ejyKP6unzHK7HjfarWOd7iVGE6mShPvSkJVtrDBZjWU2r7QAc1zpzXNupEJPQ0LCP58Gtgd8BZ0vGpD5uhf4vM8A=",
	} {
		data, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			t.Fatal(err)
		}
		var plain []byte
		if name == "alone" {
			plain, _, err = DecompressAlone(data)
		} else {
			plain, _, _, err = Decompress(data)
		}
		if err != nil || !bytes.Equal(plain, text) {
			t.Errorf("%s: %d bytes, %v", name, len(plain), err)
		}
	}
	if _, _, _, err := Decompress([]byte("nope")); err != errFormat {
		t.Errorf("the error of other data is %v", err)
	}
}
