// Names, tries and errors in annotated asyncio code.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var AppError any

func appErrorInit(self, message, detail any) any {
	py.CallMethod(py.Super(AppError, self), "__init__", message)
	py.SetAttr(self, "message", message)
	value := detail
	if !py.Truth(value) {
		value = py.DictOf[any, any]()
	}
	py.SetAttr(self, "detail", value)
	return nil
}

var NotFound any

var Invalid any

func invalidStr(self any) any {
	return "invalid: " + py.Format(py.GetAttr(self, "message"), "")
}

type Service struct {
	name  string
	calls *py.List[py.Tuple]
}

func newService(name string) *Service {
	return &Service{name: name, calls: py.ListOf[py.Tuple]()}
}

func (s *Service) op(ctx context.Context, n int) (int, error) {
	s.calls.Append(py.Tuple{s.name, n})
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, py.MakeError(py.CallKw(NotFound, []any{"zero"}, py.Kwargs{{Name: "detail", Value: py.DictOf[any, any]("n", n)}}))
	}
	if n < 0 {
		return 0, py.MakeError(py.Call(Invalid, "negative "+strconv.Itoa(n)))
	}
	if n > 100 {
		return 0, py.NewOverflowError(n)
	}
	return py.FloorDivInt(100, n), nil
}

func (s *Service) safe(ctx context.Context, n, defaultValue int) (int, error) {
	var result int
	err := py.Try(func() error {
		opResult, err := s.op(ctx, n)
		if err != nil {
			return err
		}
		result = opResult
		return nil
	})
	if err != nil {
		var result int
		raised := py.InContext(err, func() error {
			if py.Matches(err, NotFound) {
				result = defaultValue
				return nil
			}
			if !py.Matches(err, Invalid) {
				return err
			}
			e := err
			py.Print("safe:", e, py.GetAttr(e, "code"), py.GetAttr(e, "detail"))
			result = 0
			return nil
		})
		if raised != nil {
			return 0, raised
		}
		return result, nil
	}
	return result, nil
}

func (s *Service) reraise(ctx context.Context, n int) (int, error) {
	var v int
	err := py.Try(func() error {
		err := py.Try(func() error {
			opResult, err := s.op(ctx, n)
			if err != nil {
				return err
			}
			v = opResult
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !py.Matches(err, AppError) {
					return err
				}
				return py.WithContext(py.From(py.NewRuntimeError("wrapped"), err), err)
			})
			if raised != nil {
				return raised
			}
		} else {
			fmt.Println("value", v)
		}
		return nil
	})
	raised := py.InContext(err, func() error {
		fmt.Println("finally", n)
		return nil
	})
	if raised != nil {
		return 0, raised
	}
	if err != nil {
		return 0, err
	}
	return v, nil
}

func (s *Service) loop(ctx context.Context, ns *py.List[int]) (*py.List[int], error) {
	out := py.ListOf[int]()
	broken := false
	for n := range ns.All() {
		var again bool
		err := py.Try(func() error {
			v, err := s.op(ctx, n)
			if err != nil {
				return err
			}
			if v == 50 {
				again = true
				return nil
			}
			out.Append(v)
			return nil
		})
		if err != nil {
			var again bool
			var broke bool
			raised := py.InContext(err, func() error {
				if py.Matches(err, NotFound) {
					again = true
					return nil
				}
				if !py.Matches(err, Invalid) {
					return err
				}
				broken = true
				broke = true
				return nil
			})
			if raised != nil {
				return nil, raised
			}
			if broke {
				break
			}
			if again {
				continue
			}
		}
		if again {
			continue
		}
		fmt.Println("after", n)
	}
	if !broken {
		fmt.Println("no break")
	}
	return out, nil
}

func nested(ctx context.Context, s *Service) (string, error) {
	var result string
	err := py.Try(func() error {
		err := py.Try(func() error {
			_, err := s.op(ctx, 0)
			return err
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !py.Matches(err, Invalid) {
					return err
				}
				fmt.Println("not here")
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		result = "unreached"
		return nil
	})
	if err == nil {
		return result, nil
	}
	var returned bool
	var result2 string
	raised := py.InContext(err, func() error {
		if !py.Matches(err, NotFound) {
			return err
		}
		err2 := py.Try(func() error {
			_, err := s.op(ctx, -5)
			return err
		})
		if err2 != nil {
			err2 = py.WithContext(err2, err)
			raised := py.InContext(err2, func() error {
				if !py.Matches(err2, Invalid) {
					return err2
				}
				e2 := err2
				result2 = fmt.Sprintf("%v/%v/%s", err, e2, py.Repr(py.GetAttr(e2, "__context__")))
				returned = true
				return nil
			})
			if raised != nil {
				return raised
			}
			return nil
		}
		return nil
	})
	if raised != nil {
		return "", raised
	}
	if returned {
		return result2, nil
	}
	return "end", nil
}

func timeouts(ctx context.Context) (*py.List[string], error) {
	out := py.ListOf[string]()
	for t := range py.Iter(py.Tuple{0.001, 5}) {
		err := py.Try(func() error {
			manager := py.CallMethod(asyncio.Module(), "timeout", t)
			if _, err := py.AEnterContext(ctx, manager); err != nil {
				return err
			}
			err := py.Try(func() error {
				return asyncio.Sleep(ctx, 10*time.Millisecond)
			})
			if err := py.AExitContext(ctx, manager, err); err != nil {
				return err
			}
			out.Append("done")
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.TimeoutError) {
					return err
				}
				out.Append("timeout")
				return nil
			})
			if raised != nil {
				return nil, raised
			}
		}
		err2 := py.Try(func() error {
			r, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", py.CallMethod(asyncio.Module(), "sleep", 0.01, "val"), t))
			if err != nil {
				return err
			}
			py.CallMethod(out, "append", r)
			return nil
		})
		if err2 != nil {
			raised := py.InContext(err2, func() error {
				if !errors.Is(err2, asyncio.TimeoutError) {
					return err2
				}
				out.Append(py.TypeOf(err2).Name())
				return nil
			})
			if raised != nil {
				return nil, raised
			}
		}
	}
	return out, nil
}

func cancelled(ctx context.Context) (string, error) {
	ev := asyncio.NewEvent()

	victim := func(ctx context.Context) (string, error) {
		err := py.Try(func() error {
			return ev.Wait(ctx)
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if errors.Is(err, asyncio.CancelledError) {
					fmt.Println("victim cancelled")
				}
				return err
			})
			if raised != nil {
				return "", raised
			}
		}
		return "never", nil
	}

	t := asyncio.CreateTask(ctx, asyncio.GoValue(victim).Named("cancelled.<locals>.victim"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	t.Cancel()
	err := py.Try(func() error {
		_, err := t.Await(ctx)
		return err
	})
	if err != nil {
		var result string
		raised := py.InContext(err, func() error {
			if !errors.Is(err, asyncio.CancelledError) {
				return err
			}
			result = "cancelled " + py.Str(t.Cancelled()) + " " + py.Str(t.Finished())
			return nil
		})
		if raised != nil {
			return "", raised
		}
		return result, nil
	}
	return "?", nil
}

func asyncMain(ctx context.Context) error {
	s := newService("svc")
	arg, err := s.safe(ctx, 5, -1)
	if err != nil {
		return err
	}
	arg2, err := s.safe(ctx, 0, -1)
	if err != nil {
		return err
	}
	arg3, err := s.safe(ctx, -3, -1)
	if err != nil {
		return err
	}
	safeResult, err := s.safe(ctx, 0, 7)
	if err != nil {
		return err
	}
	fmt.Println(arg, arg2, arg3, safeResult)
	var e any
	for _, n := range []int{4, 0, 200} {
		err := py.Try(func() error {
			reraiseResult, err := s.reraise(ctx, n)
			if err != nil {
				return err
			}
			fmt.Println(reraiseResult)
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if errors.Is(err, py.RuntimeError) {
					e = err
					arg := e
					arg2 := py.Repr(py.GetAttr(e, "__cause__"))
					var value any = py.IsInstance(py.GetAttr(e, "__cause__"), AppError)
					if py.Truth(value) {
						value = py.GetAttr(py.GetAttr(e, "__cause__"), "code")
					}
					py.Print("re", arg, arg2, value)
				} else {
					if !errors.Is(err, py.ArithmeticError) {
						return err
					}
					e = err
					py.Print("arith", e)
				}
				return nil
			})
			if raised != nil {
				return raised
			}
		}
	}
	arg4, err := s.loop(ctx, py.ListOf[int](1, 2, 0, 3))
	if err != nil {
		return err
	}
	loopResult, err := s.loop(ctx, py.ListOf[int](1, -1, 5))
	if err != nil {
		return err
	}
	fmt.Println(arg4, loopResult)
	nestedResult, err := nested(ctx, s)
	if err != nil {
		return err
	}
	fmt.Println(nestedResult)
	timeoutsResult, err := timeouts(ctx)
	if err != nil {
		return err
	}
	fmt.Println(timeoutsResult)
	cancelledResult, err := cancelled(ctx)
	if err != nil {
		return err
	}
	fmt.Println(cancelledResult)
	results, err := asyncio.GatherResults[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, 2)
	}).Named("Service.op"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, 0)
	}).Named("Service.op"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return s.op(ctx, -1)
	}).Named("Service.op"))
	if err != nil {
		return err
	}
	var c any
	for r := range results.All() {
		if attrs, ok := py.MatchClass(r, NotFound, 0, "code"); ok {
			c = attrs[0]
			py.Print("nf", c)
		} else if _, ok := py.MatchClass(r, AppError, 0); ok {
			e = r
			py.Print("app", e)
		} else if _, ok := py.MatchClass(r, py.IntClass, 0); ok {
			py.Print("int", r)
		}
	}
	err = py.Try(func() error {
		return asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
			asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, 1)
			}).Named("Service.op"))
			asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, 0)
			}).Named("Service.op"))
			c = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
				return s.op(ctx, -2)
			}).Named("Service.op"))
			return nil
		})
	})
	if err != nil {
		rest := err
		var reraised []error
		var raised []error
		var matched error
		matched, rest = py.SplitGroup(rest, NotFound)
		if matched != nil {
			err := py.Try(func() error {
				return py.InContext(matched, func() error {
					eg := matched
					items := py.ListOf[any]()
					for e := range py.Iter(py.GetAttr(eg, "exceptions")) {
						items.Append(py.GetAttr(e, "message"))
					}
					fmt.Println("group nf", items)
					return nil
				})
			})
			if err == matched {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		var matched2 error
		matched2, rest = py.SplitGroup(rest, Invalid)
		if matched2 != nil {
			err := py.Try(func() error {
				return py.InContext(matched2, func() error {
					eg := matched2
					items := py.ListOf[string]()
					for e := range py.Iter(py.GetAttr(eg, "exceptions")) {
						items.Append(py.Str(e))
					}
					fmt.Println("group inv", items)
					return nil
				})
			})
			if err == matched2 {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		if err := py.JoinGroup(err, rest, reraised, raised); err != nil {
			return err
		}
	}
	var x *asyncio.Task[int]
	var y *asyncio.Task[int]
	err = asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
		x = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return s.op(ctx, 10)
		}).Named("Service.op"))
		y = asyncio.CreateTaskIn(tg, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return s.safe(ctx, 0, -1)
		}).Named("Service.safe"))
		return nil
	})
	if err != nil {
		return err
	}
	arg5, err := x.Result()
	if err != nil {
		return err
	}
	result, err := y.Result()
	if err != nil {
		return err
	}
	fmt.Println(arg5 + result)
	py.Print(s.calls.Len(), s.calls.Get(-1))
	return nil
}

func main() {
	py.Main(func() error {
		AppError = py.NewClass("AppError", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("code", 500)

			ns.Set("__init__", py.Func("AppError.__init__(self, message, *, detail=None)", appErrorInit))
		})
		NotFound = py.NewClass("NotFound", []any{AppError}, nil, func(ns *py.Namespace) {
			ns.Set("code", 404)
		})
		Invalid = py.NewClass("Invalid", []any{AppError}, nil, func(ns *py.Namespace) {
			ns.Set("code", 400)

			ns.Set("__str__", py.Func("Invalid.__str__(self)", invalidStr))
		})

		return asyncio.RunFunc(asyncMain)
	})
}

// The lines of main.py, which reprs of tasks show.
func init() {
	py.Source("main.go", "../testdata/error_paths/main.py", `
16-25 13 AppError.__init__
31-33 26 Invalid.__str__
44-59 35 Service.op
61-92 46 Service.safe
94-131 55 Service.reraise
133-184 66 Service.loop
186-246 84 nested
248-299 99 timeouts
301-346 116 cancelled
304-320 119 cancelled.<locals>.victim
348-535 137 main
426-428 -
428-430 -
430-432 -
450-452 -
453-455 -
456-458 -
513-515 -
516-518 -
17:14 18:15 19:16 32:27 45:36 46:37 49:38 50:39 51:38 52:40 53:41 54:40 55:42 56:43 57:42 58:44
63:47 64:48 70:47 75:50 77:47 82:52 83:53 85:47 96:56 98:57 103:56 110:59 111:56 116:61 117:56
121:63 122:56 130:64 134:67 135:68 138:69 139:70 143:71 144:72 146:71 147:73 148:69 155:75 157:69
161:77 164:69 178:78 179:68 181:80 182:68 183:81 188:85 189:86 190:87 192:86 198:89 199:86 205:90
207:85 217:92 218:93 220:92 228:95 231:92 237:85 245:96 249:100 250:101 251:102 252:103 257:104
258:103 262:105 263:102 270:107 271:102 277:108 278:109 282:110 283:108 290:112 291:108 297:101
298:113 302:117 304:119 305:120 306:121 307:120 311:123 312:120 319:125 320:119 322:127 323:128
326:129 327:130 328:131 330:130 337:133 339:130 345:134 349:138 350:139 368:140 369:141 370:142
375:141 383:144 388:141 393:146 394:141 401:140 402:147 411:148 416:149 421:150 426:151 437:152
438:153 440:155 441:153 443:157 444:153 445:159 446:153 447:152 448:160 449:161 450:162 453:163
456:164 459:161 461:160 472:166 477:160 492:168 497:160 512:169 513:170 516:171 519:169 524:172
533:173 539:8 540:11 541:8 542:13 543:8 544:19 545:20 546:19 547:23 548:24 549:23 550:26 551:23
553:176`)
}
