package asyncio

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// submodules are the modules that the package asyncio consists of, with the
// public names that they define.
var submodules = map[string]string{
	"base_events": "BaseEventLoop Server",
	"coroutines":  "iscoroutine iscoroutinefunction",
	"events": `AbstractEventLoop AbstractEventLoopPolicy AbstractServer Handle TimerHandle get_event_loop
		get_event_loop_policy get_running_loop new_event_loop set_event_loop set_event_loop_policy`,
	"exceptions": `BrokenBarrierError CancelledError IncompleteReadError InvalidStateError LimitOverrunError
		SendfileNotAvailableError TimeoutError`,
	"futures":    "Future isfuture wrap_future",
	"locks":      "Barrier BoundedSemaphore Condition Event Lock Semaphore",
	"protocols":  "BaseProtocol BufferedProtocol DatagramProtocol Protocol SubprocessProtocol",
	"queues":     "LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown",
	"runners":    "Runner run",
	"streams":    "StreamReader StreamReaderProtocol StreamWriter open_connection open_unix_connection start_server start_unix_server",
	"taskgroups": "TaskGroup",
	"tasks": `ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION Task all_tasks as_completed create_eager_task_factory
		create_task current_task eager_task_factory ensure_future gather run_coroutine_threadsafe shield sleep wait wait_for`,
	"threads":     "to_thread",
	"timeouts":    "Timeout timeout timeout_at",
	"unix_events": "DefaultEventLoopPolicy EventLoop SelectorEventLoop",
	"transports":  "BaseTransport DatagramTransport ReadTransport SubprocessTransport Transport WriteTransport",
}

func addSubmodules(m *py.Module) {
	for name, defined := range submodules {
		sub := py.NewModule("asyncio."+name, "")
		for _, n := range strings.Fields(defined) {
			sub.Set(n, m.Attr(n))
		}
		m.Set(name, sub)
	}
	// The class that getsockname and its like are asked of is no name of asyncio.
	trsock := py.NewModule("asyncio.trsock", "")
	trsock.Set("TransportSocket", TransportSocketClass)
	m.Set("trsock", trsock)
}

// Submodule is one of the modules that the package asyncio consists of:
// asyncio.exceptions and its like.
func Submodule(name string) *py.Module { return Module().Attr(name).(*py.Module) }
