package asyncio

// tasksList is the list of a loop's tasks that are not done, in the order of
// their creation.
type tasksList struct {
	first, last *task
}

func (l *Loop) register(t *task) {
	list := &l.tasks
	t.previous = list.last
	if list.last != nil {
		list.last.next = t
	} else {
		list.first = t
	}
	list.last = t
	t.listed = true
}

func (l *Loop) unregister(t *task) {
	if !t.listed {
		return
	}
	t.listed = false
	list := &l.tasks
	if t.previous != nil {
		t.previous.next = t.next
	} else {
		list.first = t.next
	}
	if t.next != nil {
		t.next.previous = t.previous
	} else {
		list.last = t.previous
	}
	t.previous, t.next = nil, nil
}

// pendingTasks lists the tasks that are not done.
func (l *Loop) pendingTasks() []*task {
	var tasks []*task
	for t := l.tasks.first; t != nil; t = t.next {
		if !t.done() {
			tasks = append(tasks, t)
		}
	}
	return tasks
}
