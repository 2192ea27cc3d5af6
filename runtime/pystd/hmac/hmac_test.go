package hmac

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestDigest(t *testing.T) {
	c := newCode(py.Bytes("k"), py.Bytes("m"), "sha256")
	const want = "b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec"
	if got := py.CallMethod(c, "hexdigest"); got != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if got := py.GetAttr(c, "name"); got != "hmac-sha256" {
		t.Errorf("got %v", got)
	}
	if !Equal("a", "a") || Equal(py.Bytes("a"), py.Bytes("b")) {
		t.Error("compare_digest")
	}
}
