package py

import "testing"

// TestAsBytes holds str and bytes apart: a parameter declared as one does not
// take the other, though both are Go strings.
func TestAsBytes(t *testing.T) {
	if err := Try(func() error { As[string](Bytes("a")); return nil }); err == nil || err.Error() != "str expected, got bytes" {
		t.Errorf("As[string] of bytes: %v", err)
	}
	if err := Try(func() error { As[Bytes]("a"); return nil }); err == nil || err.Error() != "bytes expected, got str" {
		t.Errorf("As[Bytes] of str: %v", err)
	}
}
