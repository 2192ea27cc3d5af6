// Coroutines that begin with an await, in every way in which that can end.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var log *py.List[string]

func sleeper(ctx context.Context, name string, turns int) (string, error) {
	delay := 0.001 * float64(turns)
	if turns == 0 {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return "", err
		}
		log.Append(name + " after a turn")
		return name, nil
	}
	if err := asyncio.Sleep(ctx, asyncio.Seconds(delay)); err != nil {
		return "", err
	}
	log.Append(name + " slept")
	return name, nil
}

func guarded(ctx context.Context, lock *asyncio.Lock, name string) error {
	if err := lock.Acquire(ctx); err != nil {
		return err
	}
	defer lock.Release()
	log.Append(name + " has the lock")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append(name + " gives it back")
	return nil
}

func limited(ctx context.Context, sem *asyncio.Semaphore, name string) (int, error) {
	if err := sem.Acquire(ctx); err != nil {
		return 0, err
	}
	defer sem.Release()
	log.Append(name + " in")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	log.Append(name + " out")
	return py.StrLen(name), nil
}

func waiter(ctx context.Context, event *asyncio.Event, name string) (bool, error) {
	err := py.Try(func() error {
		return event.Wait(ctx)
	})
	if err != nil {
		if errors.Is(err, asyncio.CancelledError) {
			log.Append(name + " cancelled")
		}
		return false, err
	}
	log.Append(name + " woke")
	return true, nil
}

func consumer(ctx context.Context, queue *asyncio.Queue[int], name string) error {
	for {
		item, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		log.Append(name + " got " + strconv.Itoa(item))
		queue.TaskDone()
	}
}

func outer(ctx context.Context, event *asyncio.Event, name string) (bool, error) {
	return waiter(ctx, event, name)
}

func stubborn(ctx context.Context, event *asyncio.Event) (string, error) {
	err := py.Try(func() error {
		return event.Wait(ctx)
	})
	if err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return "", err
		}
		log.Append("stubborn goes on")
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return "", err
		}
		return "done all the same", nil
	}
	return "woke", nil
}

type Service struct {
	gate   *asyncio.Semaphore
	served int
}

func newService(limit int) *Service {
	return &Service{gate: asyncio.NewSemaphore(limit), served: 0}
}

func (s *Service) serve(ctx context.Context, name string) (int, error) {
	var result int
	err := s.gate.With(ctx, func(ctx context.Context) error {
		s.served++
		log.Append("serve " + name)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		result = s.served
		return nil
	})
	if err != nil {
		return 0, err
	}
	return result, nil
}

func (s *Service) replace() {
	s.gate = asyncio.NewSemaphore(1)
}

func asyncMain(ctx context.Context) error {
	tasks := py.ListOf[*asyncio.Task[string]]()
	for i := range 5 {
		name := "s" + strconv.Itoa(i)
		turns := i % 3
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return sleeper(ctx, name, turns)
		}).Restartable().Named("sleeper")))
	}
	tasks.Get(1).Cancel()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append("main had a turn")
	tasks.Get(2).Cancel("enough")
	results, err := asyncio.GatherResults(ctx, asyncio.Awaitables[string](tasks)...)
	if err != nil {
		return err
	}
	for r := range results.All() {
		log.Append(py.Repr(r))
	}

	lock := asyncio.NewLock()
	var waiting *py.List[any]
	err = lock.With(ctx, func(ctx context.Context) error {
		waiting = py.ListOf[any]()
		for i := range 4 {
			name := "g" + strconv.Itoa(i)
			waiting.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
				return guarded(ctx, lock, name)
			}).Restartable().Named("guarded")))
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		py.CallMethod(waiting.Get(0), "cancel")
		log.Append("main holds the lock")
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		py.CallMethod(waiting.Get(2), "cancel")
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait", waiting)); err != nil {
		return err
	}
	items := py.ListOf[any]()
	for t := range waiting.All() {
		items.Append(py.CallMethod(t, "cancelled"))
	}
	log.Append(py.Str(items))

	sem := asyncio.NewSemaphore(2)
	jobs := py.ListOf[*asyncio.Task[int]]()
	for i := range 5 {
		name := "j" + strconv.Itoa(i)
		jobs.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return limited(ctx, sem, name)
		}).Restartable().Named("limited")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	jobs.Get(3).Cancel()
	results2, err := asyncio.GatherResults(ctx, asyncio.Awaitables[int](jobs)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results2))

	event := asyncio.NewEvent()
	first := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return waiter(ctx, event, "first")
	}).Named("waiter"))
	second := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return outer(ctx, event, "second")
	}).Named("outer"))
	third := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return stubborn(ctx, event)
	}).Named("stubborn"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	first.Cancel()
	third.Cancel()
	event.Set()
	results3, err := asyncio.GatherAny(ctx, []any{first, second, third}, true)
	if err != nil {
		return err
	}
	log.Append(py.Str(results3))
	event.Clear()
	err = py.Try(func() error {
		_, err := asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
			return waiter(ctx, event, "late")
		}).Named("waiter"), time.Millisecond)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		log.Append("late was too late")
	}

	queue := asyncio.NewQueue[int](2)
	consumers := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 3 {
		name := "c" + strconv.Itoa(i)
		consumers.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return consumer(ctx, queue, name)
		}).Restartable().Named("consumer")))
	}
	for i := range 7 {
		if err := queue.Put(ctx, i); err != nil {
			return err
		}
	}
	if err := queue.Join(ctx); err != nil {
		return err
	}
	for c := range consumers.All() {
		c.Cancel()
	}
	results4, err := asyncio.GatherResults(ctx, asyncio.Awaitables[asyncio.None](consumers)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results4))

	service := newService(1)
	served := py.ListOf[*asyncio.Task[int]]()
	for i := range 3 {
		name := "v" + strconv.Itoa(i)
		served.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return service.serve(ctx, name)
		}).Restartable().Named("Service.serve")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	service.replace()
	served.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return service.serve(ctx, "v3")
	}).Named("Service.serve")))
	results5, err := asyncio.Gather(ctx, asyncio.Awaitables[int](served)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results5))

	done := asyncio.FutureOn[string](asyncio.GetRunningLoop())
	following := py.ListOf[*asyncio.Task[string]]()
	for i := range 3 {
		following.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return follow(ctx, done, i)
		}).Restartable().Named("follow")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	following.Get(1).Cancel()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log.Append("done: " + py.Str(done.Cancelled()))
	results6, err := asyncio.GatherResults(ctx, asyncio.Awaitables[string](following)...)
	if err != nil {
		return err
	}
	log.Append(py.Str(results6))

	left := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return sleeper(ctx, "left", 1000)
	}).Named("sleeper"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fmt.Println(strings.Join(log.Items(), "\n"))
	py.Print(left.Finished())
	return nil
}

func follow(ctx context.Context, done *asyncio.Future[string], i int) (string, error) {
	result, err := done.Await(ctx)
	if err != nil {
		return "", err
	}
	return strconv.Itoa(i) + ": " + result, nil
}

func main() {
	py.Main(func() error {
		log = py.ListOf[string]()

		return asyncio.RunFunc(asyncMain)
	})
}

// The lines of main.py, which reprs of tasks show.
func init() {
	py.Source("main.go", "../testdata/first_awaits/main.py", `
17-31 7 sleeper
33-44 18 guarded
46-57 25 limited
59-71 33 waiter
73-82 43 consumer
84-86 50 outer
88-103 54 stubborn
114-129 69 Service.serve
131-133 76 Service.replace
135-320 80 main
140-142 -
164-166 -
195-197 -
210-212 -
213-215 -
216-218 -
232-234 -
248-250 -
273-275 -
281-283 -
293-295 -
311-313 -
322-328 151 follow
18:8 19:9 20:10 23:11 24:12 25:9 26:13 29:14 30:15 34:19 38:20 39:21 42:22 47:26 51:27 52:28 55:29
56:30 60:34 61:35 62:34 65:37 66:34 69:39 70:40 74:44 75:45 79:46 80:47 81:44 85:51 89:55 90:56
91:55 96:58 97:59 100:60 101:55 102:61 116:70 117:71 118:72 119:73 122:74 124:70 132:77 136:81
144:82 145:83 148:84 149:85 150:86 155:87 156:86 158:89 160:90 161:91 168:92 171:93 172:94 173:95
176:96 177:90 182:97 185:98 191:100 192:101 199:102 202:103 203:104 209:106 210:107 213:108 216:109
219:110 222:111 223:112 224:113 225:114 230:115 231:116 232:117 236:116 241:119 242:116 244:121
245:122 252:123 253:124 256:123 257:125 260:126 261:127 262:126 263:128 269:130 270:131 277:132
280:133 281:134 284:135 290:137 291:138 297:139 300:140 301:141 304:142 305:143 311:145 314:146
317:147 318:148 323:152 327:153 332:4 334:156`)
}
