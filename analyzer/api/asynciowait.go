package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// waitConstants are the values of return_when.
var waitConstants = []Constant{
	{Name: "FIRST_COMPLETED", Type: types.Str, Go: "asyncio.FirstCompleted"},
	{Name: "FIRST_EXCEPTION", Type: types.Str, Go: "asyncio.FirstException"},
	{Name: "ALL_COMPLETED", Type: types.Str, Go: "asyncio.AllCompleted"},
}

// waitEntries are the functions of asyncio that take tasks or futures which run
// already.
func waitEntries() []Entry {
	entries := []Entry{
		{Name: "Task.exception", Sig: "(self: asyncio.Task[T]) -> any", Go: "asyncio.ExceptionOf({self})", Keeps: true, Hint: "exc"},
		{Name: "Future.exception", Sig: "(self: asyncio.Future[T]) -> any", Go: "asyncio.ExceptionOf({self})", Keeps: true, Hint: "exc"},
		{Name: "Task.add_done_callback", Sig: "(self: asyncio.Task[T], fn: adder[asyncio.Task[T]]) -> None", Go: "{self}.AddDoneCallback({fn})"},
		{Name: "Future.add_done_callback", Sig: "(self: asyncio.Future[T], fn: adder[asyncio.Future[T]]) -> None", Go: "{self}.AddDoneCallback({fn})"},
		{Name: "ensure_future", Sig: "(coro_or_future: coroutine[T]) -> asyncio.Task[T]", Go: "asyncio.EnsureTask({coro_or_future})", MakesTask: true, Hint: "task"},
		{Name: "shield", Sig: "(arg: coroutine[T]) -> asyncio.Awaitable[T]", Go: "asyncio.Shield(ctx, {arg})", MakesTask: true, Hint: "shielded"},
		{Name: "as_completed", Sig: "(fs: list[coroutine[T]]) -> iterator[coroutine[T]]", Seq: "asyncio.AsCompleted(ctx, asyncio.Awaitables[T]({fs}))", MakesTask: true},
		{Name: "as_completed", Sig: "(fs: list[coroutine[T]], *, timeout: float) -> iterator[coroutine[T]]", Seq: "asyncio.AsCompleted(ctx, asyncio.Awaitables[T]({fs}), {timeout|seconds})", MakesTask: true},
	}
	for _, future := range []string{"asyncio.Task[T]", "asyncio.Future[T]", Awaited + "[T]"} {
		entries = append(entries,
			Entry{Name: "ensure_future", Sig: "(coro_or_future: " + future + ") -> " + future, Go: "{coro_or_future}"},
			Entry{Name: "shield", Sig: "(arg: " + future + ") -> asyncio.Awaitable[T]", Go: "asyncio.Shield(ctx, {arg})", Hint: "shielded"},
		)
		for _, many := range []string{"list", "set"} {
			fs := "(fs: " + many + "[" + future + "]"
			sets := "tuple[set[" + future + "], set[" + future + "]]"
			for _, option := range []struct{ params, form string }{
				{"", ""},
				{", *, timeout: float", ", asyncio.Within({timeout|seconds})"},
				{", *, return_when: str", ", asyncio.ReturnWhen({return_when})"},
				{", *, timeout: float, return_when: str", ", asyncio.Within({timeout|seconds}), asyncio.ReturnWhen({return_when})"},
			} {
				entries = append(entries, Entry{
					Name: "wait", Sig: fs + option.params + ") -> " + sets, Go: "asyncio.Wait(ctx, {fs}" + option.form + ")",
					Async: true, Many: "done pending",
				})
			}
			entries = append(entries,
				Entry{Name: "as_completed", Sig: fs + ") -> iterator[coroutine[T]]", Seq: "asyncio.AsCompleted(ctx, asyncio.Awaitables[T]({fs}))"},
				Entry{Name: "as_completed", Sig: fs + ", *, timeout: float) -> iterator[coroutine[T]]", Seq: "asyncio.AsCompleted(ctx, asyncio.Awaitables[T]({fs}), {timeout|seconds})"},
			)
		}
	}
	return entries
}
