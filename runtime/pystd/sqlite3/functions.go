package sqlite3

import (
	"errors"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// arguments are the values that a function of the program is called with.
func arguments(values []sqlite3.Value) []any {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = argument(v)
	}
	return args
}

// attempt runs a part of the program that SQLite calls; false if it raises.
func attempt(f func() bool) bool {
	ok := false
	err := py.Try(func() error {
		ok = f()
		return nil
	})
	return err == nil && ok
}

// createFunction is create_function.
func (c *connection) createFunction(name string, n int, f any, deterministic bool) {
	if f == nil {
		check(c.db.CreateFunction(name, n, 0, nil))
		return
	}
	var flags sqlite3.FunctionFlag
	if deterministic {
		flags = sqlite3.DETERMINISTIC
	}
	err := c.db.CreateFunction(name, n, flags, func(ctx sqlite3.Context, args ...sqlite3.Value) {
		if !attempt(func() bool { return setResult(ctx, py.Call(f, arguments(args)...)) }) {
			ctx.ResultError(errors.New("user-defined function raised exception"))
		}
	})
	if err != nil {
		raise(operationalError, "Error creating function")
	}
}

// An aggregate is an instance of a class of the program that SQLite steps through rows.
type aggregate struct {
	class, instance any
	failed          string // the method that raised
}

func (a *aggregate) call(method string, args ...any) any {
	if a.failed != "" {
		return nil
	}
	var result any
	ok := attempt(func() bool {
		if a.instance == nil {
			a.failed = "__init__"
			a.instance = py.Call(a.class)
			a.failed = ""
		}
		result = py.CallMethod(a.instance, method, args...)
		return true
	})
	if !ok && a.failed == "" {
		a.failed = method
	}
	return result
}

func (a *aggregate) report(ctx sqlite3.Context) {
	ctx.ResultError(errors.New("user-defined aggregate's '" + a.failed + "' method raised error"))
}

// Step is called with each row.
func (a *aggregate) Step(ctx sqlite3.Context, args ...sqlite3.Value) {
	if a.call("step", arguments(args)...); a.failed != "" {
		a.report(ctx)
	}
}

// Value is called at the end. Without rows there is no instance, and the value is NULL.
func (a *aggregate) Value(ctx sqlite3.Context) {
	if a.instance == nil && a.failed == "" {
		return
	}
	result := a.call("finalize")
	if a.failed == "" && !attempt(func() bool { return setResult(ctx, result) }) {
		a.failed = "finalize"
	}
	if a.failed != "" {
		a.report(ctx)
	}
}

// A window is an aggregate over windows.
type window struct{ aggregate }

// Value is called for each row.
func (w *window) Value(ctx sqlite3.Context) {
	result := w.call("value")
	if w.failed == "" && !attempt(func() bool { return setResult(ctx, result) }) {
		w.failed = "value"
	}
	if w.failed != "" {
		w.report(ctx)
	}
}

// Inverse is called with each row that leaves the window.
func (w *window) Inverse(ctx sqlite3.Context, args ...sqlite3.Value) {
	if w.call("inverse", arguments(args)...); w.failed != "" {
		w.report(ctx)
	}
}

// createCollation is create_collation.
func (c *connection) createCollation(name string, f any) {
	if f == nil {
		check(c.db.CreateCollation(name, nil))
		return
	}
	if !py.Callable(f) {
		panic(exc.TypeError("parameter must be callable"))
	}
	check(c.db.CreateCollation(name, func(a, b []byte) int {
		order := 0
		attempt(func() bool {
			order = number.CInt(py.Call(f, string(a), string(b)))
			return true
		})
		return order
	}))
}

// authorize is set_authorizer.
func (c *connection) authorize(f any) {
	if f == nil {
		check(c.db.SetAuthorizer(nil))
		return
	}
	orNone := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	check(c.db.SetAuthorizer(func(action sqlite3.AuthorizerActionCode, a, b, schema, inner string) sqlite3.AuthorizerReturnCode {
		verdict := sqlite3.AUTH_DENY
		attempt(func() bool {
			verdict = sqlite3.AuthorizerReturnCode(number.CInt(py.Call(f, int(action), orNone(a), orNone(b), orNone(schema), orNone(inner))))
			return true
		})
		return verdict
	}))
}

// trace is set_trace_callback.
func (c *connection) trace(f any) {
	if f == nil {
		check(c.db.Trace(0, nil))
		return
	}
	check(c.db.Trace(sqlite3.TRACE_STMT, func(_ sqlite3.TraceEvent, stmt, _ any) error {
		attempt(func() bool {
			py.Call(f, stmt.(*sqlite3.Stmt).ExpandedSQL())
			return true
		})
		return nil
	}))
}

// addFunctionMethods adds what makes functions of the program known to SQLite.
func addFunctionMethods(d *py.Definition, open func(self any) *connection) {
	d.Method("create_function(self, name, narg, func, /, *, deterministic=False)", func(self, name, n, f, deterministic any) any {
		open(self).createFunction(py.Str(name), number.CInt(n), f, py.Truth(deterministic))
		return nil
	})
	d.Method("create_aggregate(self, name, n_arg, aggregate_class, /)", func(self, name, n, class any) any {
		var construct sqlite3.AggregateConstructor
		if class != nil {
			construct = func() sqlite3.AggregateFunction { return &aggregate{class: class} }
		}
		check(open(self).db.CreateWindowFunction(py.Str(name), number.CInt(n), 0, construct))
		return nil
	})
	d.Method("create_window_function(self, name, num_params, aggregate_class, /)", func(self, name, n, class any) any {
		var construct sqlite3.AggregateConstructor
		if class != nil {
			construct = func() sqlite3.AggregateFunction { return &window{aggregate{class: class}} }
		}
		check(open(self).db.CreateWindowFunction(py.Str(name), number.CInt(n), 0, construct))
		return nil
	})
	d.Method("create_collation(self, name, callback, /)", func(self, name, f any) any {
		open(self).createCollation(py.Str(name), f)
		return nil
	})
	d.Method("set_authorizer(self, authorizer_callback)", func(self, f any) any {
		open(self).authorize(f)
		return nil
	})
	d.Method("set_trace_callback(self, trace_callback)", func(self, f any) any {
		open(self).trace(f)
		return nil
	})
}
