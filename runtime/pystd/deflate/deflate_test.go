package deflate

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"testing"
)

// pseudorandom returns the numbers of a linear congruential generator.
func pseudorandom(seed uint32) func() uint32 {
	return func() uint32 {
		seed = (seed*1103515245 + 12345) & 0x7fffffff
		return seed
	}
}

// inputs are what the table compresses; CPython's figures are for the same.
func inputs() map[string][]byte {
	text, noise := make([]byte, 60000), make([]byte, 40000)
	next := pseudorandom(0)
	for i := range text {
		s := next()
		if (s>>20)%3 != 0 {
			text[i] = "abcdefgh \n"[(s>>16)%10]
		} else {
			text[i] = "eeee  tt"[(s>>16)%8]
		}
	}
	next = pseudorandom(7)
	for i := range noise {
		noise[i] = byte(next() >> 16)
	}
	return map[string][]byte{
		"empty": nil, "text": text, "noise": noise, "zeros": make([]byte, 100000),
		"mixed": bytes.Join([][]byte{text[:30000], noise, text}, nil),
	}
}

// TestCompress holds the compressor to the sizes and checksums of what zlib
// 1.2.13 makes of the same input.
func TestCompress(t *testing.T) {
	all := inputs()
	for _, c := range []struct {
		input                               string
		level, windowBits, memory, strategy int
		size                                int
		sum                                 uint32
	}{
		{"empty", 0, 15, 8, 0, 11, 0x8e7821f1},
		{"empty", 1, 15, 8, 0, 8, 0x4d731cc0},
		{"empty", 3, -15, 8, 0, 2, 0x6af4413c},
		{"empty", 4, 15, 8, 0, 8, 0x98ee859e},
		{"empty", 6, 15, 8, 0, 8, 0xc36c0b3c},
		{"empty", 6, 31, 9, 0, 20, 0xc6ee70fb},
		{"empty", 9, -12, 5, 1, 2, 0x6af4413c},
		{"empty", 6, 9, 1, 0, 8, 0x861fee54},
		{"empty", 6, 15, 8, 2, 8, 0x4d731cc0},
		{"empty", 6, 15, 8, 3, 8, 0x4d731cc0},
		{"empty", 6, 15, 8, 4, 8, 0x4d731cc0},
		{"text", 0, 15, 8, 0, 60016, 0xa2fdad85},
		{"text", 1, 15, 8, 0, 30542, 0xc349650a},
		{"text", 3, -15, 8, 0, 29918, 0xa2d3e93f},
		{"text", 4, 15, 8, 0, 29616, 0x618220fa},
		{"text", 6, 15, 8, 0, 29483, 0xcbb412d0},
		{"text", 6, 31, 9, 0, 29498, 0x99d6abdb},
		{"text", 9, -12, 5, 1, 25902, 0xc8bf7b2b},
		{"text", 6, 9, 1, 0, 34207, 0x15753c9c},
		{"text", 6, 15, 8, 2, 25314, 0x13b99385},
		{"text", 6, 15, 8, 3, 25329, 0x98a73552},
		{"text", 6, 15, 8, 4, 40032, 0xa49d7ec0},
		{"noise", 0, 15, 8, 0, 40016, 0x7ffd699d},
		{"noise", 1, 15, 8, 0, 40021, 0x124a2010},
		{"noise", 3, -15, 8, 0, 40015, 0x45a8948f},
		{"noise", 4, 15, 8, 0, 40021, 0x813279bf},
		{"noise", 6, 15, 8, 0, 40021, 0x906ddec0},
		{"noise", 6, 31, 9, 0, 40028, 0x9a2e58c5},
		{"noise", 9, -12, 5, 1, 40100, 0x5b7d401b},
		{"noise", 6, 9, 1, 0, 41581, 0x5ef2a8f0},
		{"noise", 6, 15, 8, 2, 40021, 0xedbc2918},
		{"noise", 6, 15, 8, 3, 40021, 0xedbc2918},
		{"noise", 6, 15, 8, 4, 40021, 0x1847abce},
		{"zeros", 0, 15, 8, 0, 100021, 0x5f02c48b},
		{"zeros", 1, 15, 8, 0, 460, 0x1b9a8998},
		{"zeros", 3, -15, 8, 0, 454, 0x8ef52da9},
		{"zeros", 4, 15, 8, 0, 120, 0xf33ebdf8},
		{"zeros", 6, 15, 8, 0, 120, 0xa8f822d8},
		{"zeros", 6, 31, 9, 0, 132, 0xc7f440b9},
		{"zeros", 9, -12, 5, 1, 114, 0x27390c0e},
		{"zeros", 6, 9, 1, 0, 157, 0xb1aabb15},
		{"zeros", 6, 15, 8, 2, 12587, 0x12b54acc},
		{"zeros", 6, 15, 8, 3, 120, 0x8af92508},
		{"zeros", 6, 15, 8, 4, 641, 0x9e09881c},
		{"mixed", 0, 15, 8, 0, 130021, 0x28529504},
		{"mixed", 1, 15, 8, 0, 87820, 0xfedd9602},
		{"mixed", 3, -15, 8, 0, 87365, 0xb5f48f82},
		{"mixed", 4, 15, 8, 0, 86529, 0xcdbfa4c6},
		{"mixed", 6, 15, 8, 0, 86519, 0xeef09362},
		{"mixed", 6, 31, 9, 0, 91494, 0xad065ae7},
		{"mixed", 9, -12, 5, 1, 79224, 0x7f01245b},
		{"mixed", 6, 9, 1, 0, 92933, 0xc9232b45},
		{"mixed", 6, 15, 8, 2, 80695, 0xf06a3697},
		{"mixed", 6, 15, 8, 3, 80746, 0x4169759f},
		{"mixed", 6, 15, 8, 4, 100930, 0x8b4ef784},
	} {
		t.Run(fmt.Sprintf("%s/%d/%d/%d/%d", c.input, c.level, c.windowBits, c.memory, c.strategy), func(t *testing.T) {
			stream := NewCompressor(c.level, c.windowBits, c.memory, c.strategy)
			packed := append(stream.Compress(all[c.input], NoFlush), stream.Compress(nil, Finish)...)
			if len(packed) != c.size || crc32.ChecksumIEEE(packed) != c.sum {
				t.Errorf("got %d bytes, checksum %#x; want %d, %#x", len(packed), crc32.ChecksumIEEE(packed), c.size, c.sum)
			}
			back := NewDecompressor(c.windowBits)
			var text []byte
			for i := 0; i < len(packed); i += 1000 {
				out, _, err := back.Decompress(packed[i:min(len(packed), i+1000)], -1)
				if err != nil {
					t.Fatal(err)
				}
				text = append(text, out...)
			}
			if !back.Finished() || !bytes.Equal(text, all[c.input]) {
				t.Error("decompressing gives something else")
			}
		})
	}
}

// TestDecompressErrors compares the errors with zlib's.
func TestDecompressErrors(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"garbage", "incorrect header check"},
		{"\x78\x9c\x07", "invalid block type"},
		{"\x78\x9c\x01\x01\x00\x00\x00", "invalid stored block lengths"},
		{"\x78\x9c\x4b\x04\x00\x00\x62\x00\x63", "incorrect data check"},
		{"\x78\x9c\x03", ""},
	} {
		_, _, err := NewDecompressor(15).Decompress([]byte(c.data), -1)
		if got := fmt.Sprint(err); got != c.want && (err != nil || c.want != "") {
			t.Errorf("%q: got %s, want %s", c.data, got, c.want)
		}
	}
}

// FuzzDecompress looks for input that makes the decompressor panic.
func FuzzDecompress(f *testing.F) {
	f.Add([]byte("\x78\x9c\x03\x00\x00\x00\x00\x01"), 15, 10)
	f.Add([]byte("\x1f\x8b\x08\x00"), 47, -1)
	f.Fuzz(func(_ *testing.T, data []byte, windowBits, limit int) {
		d := NewDecompressor(windowBits)
		if d == nil {
			return
		}
		for range 4 {
			out, rest, err := d.Decompress(data, min(limit, 1<<16))
			if err != nil || len(out) > 1<<20 {
				return
			}
			data = rest
		}
	})
}
