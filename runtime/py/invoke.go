package py

import "context"

// invoke calls fn, the Go func of a function, with one value per parameter.
// The frequent forms are called directly; adapt makes every other form a
// func([]any) any once, through reflection.
func (f *Function) invoke(args []any) any {
	switch fn := f.fn.(type) {
	case func([]any) any:
		return fn(args)
	case func() any:
		return fn()
	case func(any) any:
		return fn(args[0])
	case func(any, any) any:
		return fn(args[0], args[1])
	case func(any, any, any) any:
		return fn(args[0], args[1], args[2])
	case func(any, any, any, any) any:
		return fn(args[0], args[1], args[2], args[3])
	case func(any, any, any, any, any) any:
		return fn(args[0], args[1], args[2], args[3], args[4])
	case func(any, any, any, any, any, any) any:
		return fn(args[0], args[1], args[2], args[3], args[4], args[5])
	case func([]any) (any, error):
		return checked(fn(args))
	case func() (any, error):
		return checked(fn())
	case func(any) (any, error):
		return checked(fn(args[0]))
	case func(any, any) (any, error):
		return checked(fn(args[0], args[1]))
	case func(any, any, any) (any, error):
		return checked(fn(args[0], args[1], args[2]))
	case func(any, any, any, any) (any, error):
		return checked(fn(args[0], args[1], args[2], args[3]))
	}
	return f.adapt(0)(args)
}

// invokeCoroutine runs the body of an async function.
func (f *Function) invokeCoroutine(ctx context.Context, args []any) (any, error) {
	switch fn := f.fn.(type) {
	case func(context.Context, []any) (any, error):
		return fn(ctx, args)
	case func(context.Context) (any, error):
		return fn(ctx)
	case func(context.Context, any) (any, error):
		return fn(ctx, args[0])
	case func(context.Context, any, any) (any, error):
		return fn(ctx, args[0], args[1])
	case func(context.Context, any, any, any) (any, error):
		return fn(ctx, args[0], args[1], args[2])
	case func(context.Context, any, any, any, any) (any, error):
		return fn(ctx, args[0], args[1], args[2], args[3])
	}
	return f.adapt(1)(append([]any{ctx}, args...)), nil
}

// invokeGenerator runs the body of a generator function.
func (f *Function) invokeGenerator(y *Yielder, args []any) any {
	switch fn := f.fn.(type) {
	case func(*Yielder, []any) any:
		return fn(y, args)
	case func(*Yielder) any:
		return fn(y)
	case func(*Yielder, any) any:
		return fn(y, args[0])
	case func(*Yielder, any, any) any:
		return fn(y, args[0], args[1])
	case func(*Yielder, any, any, any) any:
		return fn(y, args[0], args[1], args[2])
	case func(*Yielder, any, any, any, any) any:
		return fn(y, args[0], args[1], args[2], args[3])
	}
	return f.adapt(1)(append([]any{y}, args...))
}

// invokeAsyncGenerator runs the body of an asynchronous generator function.
func (f *Function) invokeAsyncGenerator(ctx context.Context, y *AsyncYielder, args []any) error {
	switch fn := f.fn.(type) {
	case func(context.Context, *AsyncYielder, []any) error:
		return fn(ctx, y, args)
	case func(context.Context, *AsyncYielder) error:
		return fn(ctx, y)
	case func(context.Context, *AsyncYielder, any) error:
		return fn(ctx, y, args[0])
	case func(context.Context, *AsyncYielder, any, any) error:
		return fn(ctx, y, args[0], args[1])
	case func(context.Context, *AsyncYielder, any, any, any) error:
		return fn(ctx, y, args[0], args[1], args[2])
	case func(context.Context, *AsyncYielder, any, any, any, any) error:
		return fn(ctx, y, args[0], args[1], args[2], args[3])
	}
	f.adapt(2)(append([]any{ctx, y}, args...))
	return nil
}

func checked(v any, err error) any {
	if err != nil {
		panic(AsException(err))
	}
	return v
}
