// What the operations of library objects without Go types give.
package main

import (
	"errors"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/argparse"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextvars"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/decimal"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/fractions"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/itertools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pathlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/subprocess"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibparse"
)

var (
	rid any
	log any
	pat any
)

func parse(text string) *py.Dict[any, any] {
	out := py.DictOf[any, any]()
	for m := range py.Iter(py.CallMethod(pat, "finditer", text)) {
		value := py.CallMethod(m, "group", 2)
		out.Set(py.CallMethod(m, "group", 1), value)
	}
	return out
}

func total(prices *py.List[any]) any {
	t := py.Call(decimal.Module().Attr("Decimal"), "0")
	for p := range prices.All() {
		t = py.IAdd(t, p)
	}
	return py.MethodOf(t, "quantize").CallKw([]any{py.Call(decimal.Module().Attr("Decimal"), "0.01")}, py.Kwargs{{Name: "rounding", Value: py.As[string](decimal.Module().Attr("ROUND_HALF_UP"))}})
}

func show(m any) {
	if py.Truth(m) {
		py.Print(py.CallMethod(m, "group", 0), py.GetItem(m, 1), py.CallMethod(m, "groups"), py.CallMethod(m, "span"), py.As[int](py.CallMethod(m, "start"))+1, py.GetAttr(m, "lastgroup"))
	} else {
		py.Print("no match")
	}
}

func objects() {
	py.Print(parse("a=1 b= c=33"))
	show(py.CallMethod(pat, "match", "xx=9"))
	show(py.CallMethod(re.Module(), "match", "q", "xx=9"))
	m := py.CallMethod(re.Module(), "search", "(?i)WORLD", "hello world", py.BitOr(re.Module().Attr("IGNORECASE"), re.Module().Attr("M")))
	if m != nil {
		py.Print(py.StrUpper(py.As[string](py.CallMethod(m, "group"))), py.StrLen(py.As[string](py.CallMethod(m, "group"))))
	}
	py.Print(total(py.ListOf[any](py.Call(decimal.Module().Attr("Decimal"), "1.005"), py.Call(decimal.Module().Attr("Decimal"), 2), py.Mul(3, py.Call(decimal.Module().Attr("Decimal"), "0.1")))), py.Neg(py.Call(decimal.Module().Attr("Decimal"), 3)), py.Call(py.Builtin("abs"), py.Call(decimal.Module().Attr("Decimal"), -2)), py.Call(py.Builtin("round"), py.Call(decimal.Module().Attr("Decimal"), "2.675"), 2), py.Call(py.Builtin("round"), py.Call(decimal.Module().Attr("Decimal"), "2.5")))
	x := py.TrueDiv(py.Call(decimal.Module().Attr("Decimal"), 5), 3)
	py.Print(x, py.Greater(x, 1), py.Equal(x, py.Call(decimal.Module().Attr("Decimal"), 5)), py.NotEqual(x, nil), py.Truth(py.Call(decimal.Module().Attr("Decimal"), 0)))
	py.Print(py.Add(py.Call(fractions.Module().Attr("Fraction"), 1, 3), 1), py.Mul(py.Call(fractions.Module().Attr("Fraction"), 1, 2), 0.5), py.Mul(py.GetAttr(py.Call(fractions.Module().Attr("Fraction"), 3, 4), "numerator"), py.Pow(10, 30)))
	d := py.Call(datetime.Module().Attr("date"), 2024, 2, 28)
	e := py.Add(d, py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "days", Value: 2}}))
	py.Print(e, py.GetAttr(py.Sub(e, d), "days"), py.As[int](py.GetAttr(e, "year"))*2, py.CallMethod(e, "weekday"), py.GetItem(py.CallMethod(e, "isoformat"), py.NewSlice(nil, 4, nil)), py.Less(d, e), py.Call(py.Builtin("max"), d, e))
	dt := py.CallKw(datetime.Module().Attr("datetime"), []any{2024, 1, 1, 12}, py.Kwargs{{Name: "tzinfo", Value: py.GetAttr(datetime.Module().Attr("timezone"), "utc")}})
	py.Print(py.Add(dt, py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "hours", Value: 13}})), py.As[float64](py.CallMethod(py.Sub(dt, dt), "total_seconds"))/2, py.CallMethod(dt, "date"), py.As[float64](py.TrueDiv(py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "hours", Value: 3}}), py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "minutes", Value: 7}}))), py.Mul(py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "days", Value: 1}}), 1.5))
	buf := py.CallMethod(io.Module(), "StringIO")
	n := py.As[int](py.CallMethod(buf, "write", "hello\nworld\n"))
	py.PrintWith([]any{"more"}, py.PrintOptions{File: buf})
	py.CallMethod(buf, "seek", 0)
	for lineItem := range py.Iter(buf) {
		line := py.As[string](lineItem)
		py.Print(n, py.StrUpper(py.StrRStrip(line)))
	}
	manager := py.CallMethod(io.Module(), "BytesIO", py.Bytes("abc"))
	raw := py.EnterContext(manager)
	err := py.Try(func() error {
		py.Print(py.As[py.Bytes](py.CallMethod(raw, "read", 2))+py.Bytes("!"), py.CallMethod(raw, "tell"))
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	manager2 := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
	tmp := py.As[string](py.EnterContext(manager2))
	err = py.Try(func() error {
		p := py.As[string](py.CallMethod(ospath.Module(), "join", tmp, "f"))
		py.CallMethod(py.Call(io.Module().Attr("open"), p, "w"), "close")
		py.Print(py.CallMethod(os.Module(), "listdir", tmp), strings.HasPrefix(tmp, "/"))
		return nil
	})
	py.Check(py.ExitContext(manager2, err))
	py.Print(py.ListFrom(py.Items[int](py.CallMethod(itertools.Module(), "islice", itertools.Count(5, 1), 3))), py.ListFrom(py.Items[int](py.CallMethod(itertools.Module(), "chain", py.ListOf[int](1), py.ListOf[int](2, 3)))))
	var c any = itertools.Count(1, 1)
	py.Print(py.Add(py.NextItem[int](c), py.NextItem[int](c)))
	u := py.Call(urllibparse.Module().Attr("urlsplit"), "https://me@ex.org:80/a/b?q=1#f")
	py.Print(py.As[string](py.GetAttr(u, "netloc"))+py.As[string](py.GetAttr(u, "path")), py.GetAttr(u, "hostname"), py.GetAttr(u, "port"), py.GetAttr(u, "username"), py.GetAttr(u, "password"))
	tok := py.CallMethod(rid, "set", "7")
	py.Print(py.CallMethod(rid, "get"), py.As[string](py.GetAttr(rid, "name"))+"!")
	py.CallMethod(rid, "reset", tok)
	py.Print(py.CallMethod(rid, "get"))
	ev := py.CallMethod(threading.Module(), "Event")
	t := py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: py.GetAttr(ev, "set")}})
	py.CallMethod(t, "start")
	py.CallMethod(t, "join")
	py.Print(py.CallMethod(ev, "is_set"), py.CallMethod(ev, "wait", 1))
	ap := py.CallMethodKw(argparse.Module(), "ArgumentParser", nil, py.Kwargs{{Name: "prog", Value: "p"}})
	py.CallMethodKw(ap, "add_argument", []any{"--n"}, py.Kwargs{{Name: "type", Value: py.IntClass}, {Name: "default", Value: 3}})
	ns := py.CallMethod(ap, "parse_args", py.ListOf[any]("--n", "5"))
	py.Print(py.Add(py.GetAttr(ns, "n"), 1))
	b := py.Call(py.Builtin("bytearray"), py.Bytes("ab"))
	py.CallMethod(b, "append", 99)
	b = py.IAdd(b, py.Bytes("d"))
	py.CallMethod(b, "extend", py.Bytes("ef"))
	py.SetItem(b, 0, 65)
	arg := b
	arg2 := py.As[int](py.GetItem(b, 1)) + 1
	arg3 := py.GetItem(b, py.NewSlice(1, 3, nil))
	arg4 := py.Len(b)
	arg5 := py.StrUpper(py.As[string](py.CallMethod(b, "decode")))
	arg6 := py.Call(py.BytesClass, b)
	arg7 := py.CallMethod(b, "find", py.Bytes("d"))
	items := py.ListOf[int]()
	for xItem := range py.Iter(b) {
		x := py.As[int](xItem)
		items.Append(x)
	}
	py.Print(arg, arg2, arg3, arg4, arg5, arg6, arg7, items, py.CallMethod(b, "pop"), py.Add(b, py.Bytes("z")), py.Equal(b, py.Bytes("Abcde")), py.Mul(b, 2))
	py.Print(py.Add(py.CallMethod(py.IntClass, "from_bytes", py.Bytes("\x01\x00"), "big"), 1), py.CallMethod(py.BytesClass, "fromhex", "ff00"), py.ParseInt("0b11", 2), py.Int(true), py.ParseFloat("1.5"), py.Int("7"), py.Int(3.9))
	for item := range py.Iter(py.Call(py.Builtin("enumerate"), py.CallMethod(py.GetAttr(ns, "__dict__"), "items"))) {
		values := py.Unpack(item, 2)
		i, v := py.As[int](values[0]), values[1]
		py.Print(i, v)
	}
	anyl := py.ListFrom(py.Items[any](py.GetAttr(ns, "__dict__")))
	anyl.Append("z")
	py.Print(anyl, py.SortedList(py.Items[any](py.GetAttr(ns, "__dict__"))), py.Call(py.TupleClass, py.GetAttr(ns, "__dict__")), py.As[int](py.GetItem(py.Call(py.TupleClass, py.ListOf[int](1, 2)), 0))+1, py.SetFrom(py.Iter(py.GetAttr(ns, "__dict__"))))
	py.Print(py.Call(py.Builtin("divmod"), py.Pow(10, 20), 7), py.Call(inspect.Module().Attr("isawaitable"), 3), py.As[int](subprocess.Module().Attr("PIPE")), py.As[int](logging.Module().Attr("INFO"))+1, py.GetAttr(log, "name"), py.CallMethod(log, "isEnabledFor", 50))
	s := py.Call(py.ObjectClass)
	py.Print(py.Is(s, s), py.Equal(s, s), py.TypeOf(s).Name())
	err = py.Try(func() error {
		py.CallMethod(pat, "match", 3)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			panic(err)
		}
		py.Print(err)
	}
	var value any = py.CallMethod(re.Module(), "match", "a", "b")
	if !py.Truth(value) {
		value = py.CallMethod(re.Module(), "match", "(b)", "b")
	}
	w := py.CallMethod(value, "group", 1)
	py.Print(w)
}

func traced(fn any) any {
	wrapper := py.Call(py.CallMethod(functools.Module(), "wraps", fn), py.Func("traced.<locals>.wrapper(*args, **kw)", func(args, kw any) any {
		py.Print("call", py.GetAttr(fn, "__name__"))
		return py.CallStar(fn, args, py.KwFrom(kw))
	}))
	return wrapper
}

var tracedFunc any

var fib any

var add any

func ctx(name string, body func(string) error) error {
	py.Print("in", name)
	if err := body(name); err != nil {
		return err
	}
	py.Print("out", name)
	return nil
}

var PClass any

func pTwice(self any) any {
	return py.Mul(py.GetAttr(self, "x"), 2)
}

var p any

var MyMatch any

func myMatchFilter(self, record any) any {
	return py.Gt(py.GetAttr(record, "levelno"), 20)
}

func results() {
	py.Print(py.Call(fib, 40), py.CallKw(add, []any{1}, py.Kwargs{{Name: "b", Value: 2}}), py.GetAttr(py.CallMethod(fib, "cache_info"), "hits"))
	py.Check(ctx("a", func(n string) error {
		py.Print(n + "!")
		return nil
	}))
	ps := py.SortedList(py.ListOf[any](py.Call(p, 2, py.Call(datetime.Module().Attr("date"), 2024, 1, 1)), py.Call(p, 1, py.Call(datetime.Module().Attr("date"), 2023, 5, 6), py.Call(decimal.Module().Attr("Decimal"), 3))).All())
	arg := py.Add(py.GetAttr(py.GetAttr(ps.Get(0), "when"), "year"), 1)
	source := py.GetIter(ps)
	py.Print(ps, arg, py.Call(py.Builtin("sum"), py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for p := range py.Iter(source) {
			y.Yield(py.GetAttr(p, "price"))
		}
		return nil
	}).Streams(), py.Call(decimal.Module().Attr("Decimal"), 0)), py.GetAttr(ps.Get(0), "twice"))
	py.Print(py.CallMethod(dataclasses.Module(), "asdict", ps.Get(1)))
	pValue := py.TrueDiv(py.Call(pathlib.Module().Attr("Path"), "/tmp"), "x.tar.gz")
	py.Print(py.As[string](py.GetAttr(pValue, "name"))+"|"+py.As[string](py.GetAttr(pValue, "suffix"))+"|"+py.As[string](py.GetAttr(pValue, "stem")), py.GetAttr(pValue, "parent"), py.GetAttr(py.GetAttr(pValue, "parent"), "name"), py.CallMethod(pValue, "exists"), py.CallMethod(pValue, "with_suffix", ".zip"), py.StrSlice(py.Str(pValue), nil, 3, nil), py.TrueDiv("a", py.Call(pathlib.Module().Attr("Path"), "b")))
	py.Print(py.StrUpper(py.As[string](py.CallMethod(ospath.Module(), "join", "a", "b", "c"))), py.As[string](py.GetItem(py.CallMethod(ospath.Module(), "splitext", "f.txt"), 1))+"!", py.As[string](py.CallMethod(ospath.Module(), "basename", "/q/w"))+"x")
	py.Print(py.CallMethod(py.CallMethod(os.Module().Attr("environ"), "get", "NOPE_X", "dflt"), "upper"), py.CallMethod(os.Module().Attr("environ"), "get", "NOPE_X"), py.CallMethod(os.Module(), "getenv", "NOPE_X") == nil)
	py.SetItem(os.Module().Attr("environ"), "NOPE_X", "1")
	py.Print(py.As[string](py.GetItem(os.Module().Attr("environ"), "NOPE_X"))+"2", py.Gt(sys.Module().Attr("maxsize"), 5), py.CallMethod(py.As[string](sys.Module().Attr("byteorder")), "upper"))
	d := py.As[*py.Dict[any, any]](py.Call(py.DictClass, py.ListOf[any](py.Tuple{"a", 1}, py.Tuple{"b", 2})))
	d.Set("c", 3)
	e := py.As[*py.Dict[any, any]](py.Call(py.DictClass, py.Call(py.Builtin("zip"), "xy", py.ListOf[int](1, 2))))
	e.Set("z", "str")
	arg2 := d.Copy()
	mapping := py.DictOf[any, any]()
	py.UpdateDict(mapping, d)
	mapping.Set("q", 1)
	py.Print(d, e, arg2, mapping)
	py.Print(py.Call(py.Builtin("pow"), py.Pow(10, 20), 3, 7), py.Add(py.Call(py.Builtin("pow"), 2, py.Pow(10, 20), 13), 1), py.Call(py.Builtin("divmod"), py.Pow(10, 25), py.As[int](py.Pow(10, 3))))
	h := py.CallMethod(logging.Module(), "StreamHandler", sys.Module().Attr("stdout"))
	log := py.CallMethod(logging.Module(), "getLogger", "zz")
	py.CallMethod(log, "setLevel", py.As[int](logging.Module().Attr("DEBUG")))
	py.CallMethod(log, "addHandler", h)
	py.MethodOf(log, "addFilter").Call(py.Call(MyMatch))
	logging.Info(log, "hidden %s", pValue)
	logging.Warning(log, "shown %s %d", py.GetAttr(ps.Get(0), "x"), 3)
	r := py.As[string](py.CallMethod(re.Module(), "sub", "(\\d)", "<\\1>", "a1b2"))
	py.Print(r+"!", py.CallMethod(re.Module(), "escape", "a.b"))
	var t any = nil
	for m := range py.Iter(py.CallMethod(re.Module(), "finditer", "[a-c]", "xaybzc")) {
		t = m
	}
	var value string
	if py.Truth(t) {
		value = py.As[string](py.CallMethod(t, "group"))
	} else {
		value = "-"
	}
	py.Print(value)
	x := py.CallMethod(py.CallMethod(re.Module(), "match", "(a)(b)?", "a"), "groups")
	items := py.ListOf[bool]()
	for g := range py.Iter(x) {
		items.Append(g == nil)
	}
	py.Print(x, items, py.Len(x))
	values := py.Unpack(x, 2)
	first, second := values[0], values[1]
	py.Print(first, second)
	for g := range py.Iter(x) {
		py.Print(g)
	}
}

var Ratio any

func ratioAdd(self, other any) any {
	return "sum"
}

func derived() {
	r := py.Call(Ratio, 1, 2)
	py.Print(py.Add(r, 1), py.GetAttr(r, "numerator"), py.Add(py.GetAttr(py.Call(fractions.Module().Attr("Fraction"), 3, 4), "numerator"), 1), py.Add(py.Call(fractions.Module().Attr("Fraction"), 1, 4), 1))
	py.Print(py.Add(py.Call(fractions.Module().Attr("Fraction"), r), 1))
}

func replaced() {
	old := py.GetAttr(tempfile.Module(), "gettempdir")
	py.SetAttr(tempfile.Module(), "gettempdir", py.Func("replaced.<locals>.<lambda>()", func() any { return 3 }))
	py.Print(py.Add(py.CallMethod(tempfile.Module(), "gettempdir"), 1))
	py.SetAttr(tempfile.Module(), "gettempdir", old)
	py.Print(py.Call(collections.Module().Attr("deque"), py.CallMethod(itertools.Module(), "islice", itertools.Count(0, 1), 2)))
}

func main() {
	py.Main(func() error {
		rid = py.CallMethodKw(contextvars.Module(), "ContextVar", []any{"rid"}, py.Kwargs{{Name: "default", Value: "-"}})
		log = py.CallMethod(logging.Module(), "getLogger", "app")
		pat = py.CallMethod(re.Module(), "compile", `(\w+)=(\d+)?`)
		tracedFunc = py.Func("traced(fn)", traced)
		fib = py.Call(py.CallMethodKw(functools.Module(), "lru_cache", nil, py.Kwargs{{Name: "maxsize", Value: nil}}), py.Func("fib(n)", func(n any) any {
			if py.Truth(py.Lt(n, 2)) {
				return n
			}
			return py.Add(py.Call(fib, py.Sub(n, 1)), py.Call(fib, py.Sub(n, 2)))
		}))
		add = py.Call(tracedFunc, py.Func("add(a, b)", func(a, b any) any { return py.Add(a, b) }))
		decorator := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "order", Value: true}})
		PClass = py.NewClass("P", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
			ns.Annotate("when", datetime.Module().Attr("date"))
			ns.Annotate("price", decimal.Module().Attr("Decimal"))
			ns.Set("price", py.Call(decimal.Module().Attr("Decimal"), "1"))

			ns.Set("twice", py.Call(functools.Module().Attr("cached_property"), py.Func("P.twice(self)", pTwice)))
		})
		p = py.Call(decorator, PClass)
		MyMatch = py.NewClass("MyMatch", []any{logging.Module().Attr("Filter")}, nil, func(ns *py.Namespace) {
			ns.Set("filter", py.Func("MyMatch.filter(self, record)", myMatchFilter))
		})
		Ratio = py.NewClass("Ratio", []any{fractions.Module().Attr("Fraction")}, nil, func(ns *py.Namespace) {
			ns.Set("__add__", py.Func("Ratio.__add__(self, other)", ratioAdd))
		})

		objects()
		results()
		derived()
		replaced()
		return nil
	})
}
