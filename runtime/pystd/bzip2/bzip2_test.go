package bzip2

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"testing"
)

// noise makes n bytes below limit.
func noise(n int, limit uint32) []byte {
	x := uint32(12345)
	out := make([]byte, n)
	for i := range out {
		x = (x*1103515245 + 12345) & 0x7fffffff
		out[i] = byte((x >> 16) % limit)
	}
	return out
}

// The sums are of what CPython 3.13 with libbzip2 1.0.8 gives.
func TestCompress(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		high string // the MD5 of the data compressed at level 9
		low  string // at level 1
	}{
		{"nothing", nil, "4059d198768f9f8dc9372dc1c54bc3c3", "f3cea56bf9115371a573fa1aff5c8c33"},
		{"one", []byte("a"), "f863253854f336359e992e575784e9f5", "5fcc0a8948a01daa068ef37f4f50731c"},
		{"words", []byte("hello world"), "321ff4f2beb3cc925e5b83a929329626", "c7ce7c94035c790b93ef95497ecbf389"},
		{"run", bytes.Repeat([]byte("a"), 1000), "3672f49c87cec1ec549604cce60dc8ea", "46c7184b3ac6c78e2a9274d6239a8e81"},
		{"four", []byte("aaaa"), "b3012108ac406f4da66b9a11a9a349e3", "a29c4752e3d59e18b4f4c40d8a4bc71d"},
		{"text", append(bytes.Repeat([]byte("the quick brown fox jumps over the lazy dog; "), 40), "end"...), "3506012085f687f0e0dd6d37e004f7a8", "74bfbfdb74cd5d2a0d17500f48ab657c"},
		{"noise", noise(3000, 256), "ff2318cf9c940e4228daae277714b215", "aa5c76e3e783db69e717d35bcebed58c"},
		{"letters", noise(30000, 13), "6cc162fafaad82fdd8e4190007447c01", "24a672416812d89d9f1940f553090f5c"},
		{"blocks", noise(250000, 7), "e400b8ab454003fa2c01b539281d839b", "0ce87e984d03eaad96d61af27aa64c81"},
	} {
		for level, want := range map[int]string{9: c.high, 1: c.low} {
			packed := Compress(c.data, level)
			sum := md5.Sum(packed)
			if got := hex.EncodeToString(sum[:]); got != want {
				t.Errorf("%s at level %d: %d bytes with sum %s, want %s", c.name, level, len(packed), got, want)
			}
			plain, size, err := Decompress(append(packed, "more"...))
			if err != nil || size != len(packed) || !bytes.Equal(plain, c.data) {
				t.Errorf("%s: got %d bytes back of %d, %d read of %d, %v", c.name, len(plain), len(c.data), size, len(packed), err)
			}
			if _, _, err := Decompress(packed[:len(packed)-3]); err != ErrMore {
				t.Errorf("%s: the error of a part is %v", c.name, err)
			}
		}
	}
	if _, _, err := Decompress([]byte("nope")); err != ErrInvalid {
		t.Errorf("the error of other data is %v", err)
	}
}
