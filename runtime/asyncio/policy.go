package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of event loop policies.
var (
	AbstractPolicyClass *py.Class
	DefaultPolicyClass  *py.Class
)

const eventsModule = "asyncio.events"

// policy is what set_event_loop_policy gave, or what get_event_loop_policy has
// made. A loop that is asked for is asked of it if the program has given it.
var policy struct {
	object any
	own    bool // of the program
}

func init() {
	AbstractPolicyClass = abstractClass(eventsModule, "AbstractEventLoopPolicy", nil,
		[]string{"get_event_loop(self)", "set_event_loop(self, loop)", "new_event_loop(self)"}, nil)
	base := py.NewPythonClass(eventsModule, "BaseDefaultEventLoopPolicy", []*py.Class{AbstractPolicyClass}, func(ns *py.Namespace) {
		add := func(spec string, fn any) {
			f := py.Func(spec, fn)
			ns.Set(f.Name(), f.Qualname("BaseDefaultEventLoopPolicy."+f.Name()).Module(eventsModule))
		}
		ns.Set("_loop_factory", nil)
		add("get_event_loop(self)", func(self any) any { return threadLoop(self).object() })
		add("set_event_loop(self, loop)", func(_, loop any) any {
			SetEventLoop(loopToSet(loop))
			return nil
		})
		add("new_event_loop(self)", func(self any) any {
			if factory := py.GetAttr(self, "_loop_factory"); factory != nil {
				return py.Call(factory)
			}
			return NewLoop()
		})
	})
	DefaultPolicyClass = py.NewPythonClass("asyncio.unix_events", "_UnixDefaultEventLoopPolicy", []*py.Class{base}, func(*py.Namespace) {})
}

func addPolicies(m *py.Module) {
	m.Class(AbstractPolicyClass)
	m.Set("DefaultEventLoopPolicy", DefaultPolicyClass)
	pyFunc(m, eventsModule, "get_event_loop_policy()", func() any {
		if policy.object == nil {
			policy.object = py.Call(DefaultPolicyClass)
		}
		return policy.object
	})
	pyFunc(m, eventsModule, "set_event_loop_policy(policy)", func(object any) any {
		if object != nil && !py.IsInstance(object, AbstractPolicyClass) {
			py.Raise(py.NewTypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '" +
				py.TypeOf(object).Name() + "'"))
		}
		policy.object, policy.own = object, object != nil
		return nil
	})
}

// newPolicyLoop is asyncio.new_event_loop().
func newPolicyLoop() any {
	if policy.own {
		return py.CallMethod(policy.object, "new_event_loop")
	}
	return NewLoop()
}

// setPolicyLoop is asyncio.set_event_loop(loop).
func setPolicyLoop(loop any) {
	if policy.own {
		py.CallMethod(policy.object, "set_event_loop", loop)
		return
	}
	SetEventLoop(loopToSet(loop))
}

// loopToSet is the loop that set_event_loop takes, nil for None.
func loopToSet(loop any) *Loop {
	if loop == nil {
		return nil
	}
	l, ok := py.Payload(loop).(*Loop)
	if !ok {
		py.Raise(py.NewTypeError("loop must be an instance of AbstractEventLoop or None, not '" +
			py.TypeOf(loop).Name() + "'"))
	}
	return l
}
