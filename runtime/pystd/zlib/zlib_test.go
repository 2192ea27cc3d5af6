package zlib

import "testing"

func TestChecksums(t *testing.T) {
	if got := CRC32("hello", 0); got != 907060870 {
		t.Errorf("crc32: got %d", got)
	}
	if got := CRC32("lo", uint32(CRC32("hel", 0))); got != 907060870 {
		t.Errorf("crc32 in parts: got %d", got)
	}
	if got := Adler32("bc", uint32(Adler32("a", 1))); got != 38600999 {
		t.Errorf("adler32: got %d", got)
	}
	if got := Decompress("x\x9cKL\x04\x02\x00\x05\xb4\x01\xe6", 15); got != "aaaaa" {
		t.Errorf("decompress: got %q", got)
	}
}
