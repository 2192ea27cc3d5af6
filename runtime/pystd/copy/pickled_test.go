package copy

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestPickledCopiesWhatDeepCopyShares(t *testing.T) {
	inner := py.ListOf[any](1)
	original := py.Tuple{inner, inner}
	copied := Pickled(original).(py.Tuple)
	if py.Is(copied[0], inner) || !py.Is(copied[0], copied[1]) {
		t.Errorf("the copy %s does not share what the original shares", py.Repr(copied))
	}
}

func TestPickledKeepsCycles(t *testing.T) {
	d := py.DictOf[any, any]()
	d.Set("self", d)
	copied := Pickled(d).(*py.Dict[any, any])
	if self := copied.GetOr("self", nil); !py.Is(self, copied) || py.Is(copied, d) {
		t.Error("a dict that holds itself is copied to one that holds another")
	}
}

func TestPickledRefusesWhatHasNoName(t *testing.T) {
	local := py.Func("f()", func() any { return nil }).Qualname("main.<locals>.f")
	err := py.Try(func() error {
		Pickled(py.Tuple{local})
		return nil
	})
	if want := "Can't get local object 'main.<locals>.f'"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
