package typing

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestAliasRepr(t *testing.T) {
	m := Module()
	item := func(name string, args any) any { return py.GetItem(m.Attr(name), args) }
	for _, c := range []struct {
		value any
		want  string
	}{
		{item("List", py.IntClass), "typing.List[int]"},
		{item("Optional", py.IntClass), "typing.Optional[int]"},
		{item("Union", py.Tuple{py.IntClass, py.StrClass, nil}), "typing.Union[int, str, NoneType]"},
		{item("Callable", py.Tuple{py.ListOf[any](py.IntClass), nil}), "typing.Callable[[int], NoneType]"},
		{item("Callable", py.Tuple{py.Ellipsis, py.IntClass}), "typing.Callable[..., int]"},
		{item("Tuple", py.Tuple{}), "typing.Tuple[()]"},
		{item("Literal", py.Tuple{1, "a", nil}), "typing.Literal[1, 'a', None]"},
		{item("Annotated", py.Tuple{py.IntClass, "x"}), "typing.Annotated[int, 'x']"},
		{item("Generator", py.Tuple{py.IntClass, nil, py.StrClass}), "typing.Generator[int, NoneType, str]"},
		{item("List", "Node"), "typing.List[ForwardRef('Node')]"},
		{py.Call(m.Attr("TypeVar"), "T"), "~T"},
		{m.Attr("Any"), "typing.Any"},
	} {
		if got := py.Repr(c.value); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
