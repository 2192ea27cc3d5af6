package selectors

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
)

// ready is the result of select for pairs of a descriptor and events.
func (s *state) ready(pairs []([2]int)) any {
	list := py.ListOf[any]()
	for _, p := range pairs {
		key, ok := s.keys.Lookup(p[0])
		if !ok {
			continue
		}
		list.Append(py.Tuple{key, p[1] & py.GetAttr(key, "events").(int)})
	}
	return list
}

// fromPoll are the pairs for what poll and epoll return.
func fromPoll(found any) [][2]int {
	var pairs [][2]int
	for pair := range py.Iter(found) {
		t := pair.(py.Tuple)
		got, events := t[1].(int), 0
		if got&^selects.In != 0 {
			events |= eventWrite
		}
		if got&^selects.Out != 0 {
			events |= eventRead
		}
		pairs = append(pairs, [2]int{t[0].(int), events})
	}
	return pairs
}

// milliseconds is a timeout rounded up to whole milliseconds, nil for none.
func milliseconds(timeout any) any {
	if timeout == nil {
		return nil
	}
	return int(math.Ceil(max(0, py.Float(timeout)) * 1000))
}

func waitEpoll(s *state, timeout any) any {
	limit := milliseconds(timeout)
	if limit != nil {
		limit = float64(limit.(int)) / 1000
	}
	return s.ready(fromPoll(py.CallMethod(s.epoll, "poll", limit, max(s.keys.Len(), 1))))
}

func waitPoll(s *state, timeout any) any {
	poller := py.Call(selects.Module().Attr("poll"))
	for fd, key := range s.keys.All() {
		py.CallMethod(poller, "register", fd, mask(py.GetAttr(key, "events")))
	}
	return s.ready(fromPoll(py.CallMethod(poller, "poll", milliseconds(timeout))))
}

func waitSelect(s *state, timeout any) any {
	readers, writers := py.SetOf[any](), py.SetOf[any]()
	for fd, key := range s.keys.All() {
		events := py.GetAttr(key, "events").(int)
		if events&eventRead != 0 {
			readers.Add(fd)
		}
		if events&eventWrite != 0 {
			writers.Add(fd)
		}
	}
	if timeout != nil {
		timeout = max(0, py.Float(timeout))
	}
	found := py.Call(selects.Module().Attr("select"), readers, writers, py.ListOf[any](), timeout).(py.Tuple)
	events := map[int]int{}
	frozen := func(list any, event int) any {
		for fd := range py.Iter(list) {
			events[fd.(int)] |= event
		}
		return py.Call(py.FrozenSetClass, list)
	}
	var pairs [][2]int
	for fd := range py.Iter(py.BitOr(frozen(found[0], eventRead), frozen(found[1], eventWrite))) {
		pairs = append(pairs, [2]int{fd.(int), events[fd.(int)]})
	}
	return s.ready(pairs)
}
