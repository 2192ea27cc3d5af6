package random

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestSeeded holds the numbers of seeded generators to CPython 3.13's.
func TestSeeded(t *testing.T) {
	g := New(42)
	list := py.ListOf[any](1, 2, 3, 4, 5, 6)
	g.Shuffle(list)
	got := py.Repr(py.Tuple{
		New("abc").Random(), New(-7).RandInt(1, 1000), New(1.5).GetRandBits(100), list,
		g.Sample(py.NewRange(0, 1000, 1), 4, nil), g.Gauss(0, 1), g.Gauss(0, 1), g.GammaVariate(0.5, 2), g.BetaVariate(2, 3),
		g.VonMisesVariate(1, 2), g.BinomialVariate(100, 0.3), g.Choices("abc", py.ListOf[any](1, 2, 3), nil, 5), g.RandBytes(5),
		g.NormalVariate(0, 1), g.RandRange(10, 0, -3),
	})
	const want = `(0.7720246314157545, 332, 178746110028709186310342992684, [4, 2, 3, 5, 1, 6], [250, 228, 142, 754], 1.3138731944620898, 0.9864216286494504, 0.8338081698824193, 0.23066578575957625, 6.072286017121154, 27, ['c', 'a', 'b', 'b', 'b'], b'\xeeYt\xc3V', -1.1005472711844588, 4)`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
