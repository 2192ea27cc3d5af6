package main

import "fmt"

// statement writes one random statement.
func (g *generator) statement(depth int) {
	kinds := simpleStatements
	if depth < maxDepth && g.IntN(2) == 0 {
		kinds = compoundStatements()
	}
	kinds[g.IntN(len(kinds))](g, depth)
}

var simpleStatements = []func(g *generator, depth int){
	func(g *generator, _ int) { g.line("say(me, %d)", g.IntN(10)) },
	func(g *generator, _ int) { g.line("await asyncio.sleep(0)") },
	func(g *generator, _ int) { g.line("say(me, 'slept', await asyncio.sleep(0, %d))", g.IntN(5)) },
	func(g *generator, _ int) { g.line("await asyncio.sleep(1e-9)") },
	func(g *generator, _ int) {
		g.line("%s += 1", g.shared("counter"))
		g.line("say(me, 'counter', %s)", g.shared("counter"))
	},
	func(g *generator, _ int) { g.line("await %s.put(%d)", g.shared("queue"), g.IntN(9)) },
	func(g *generator, _ int) { g.line("say(me, 'got', await %s.get())", g.shared("queue")) },
	func(g *generator, _ int) { g.line("await %s.put(%d)", g.shared("heap"), g.IntN(9)) },
	func(g *generator, _ int) { g.line("say(me, 'least', await %s.get())", g.shared("heap")) },
	func(g *generator, _ int) {
		g.attempt("asyncio.QueueFull", func() { g.line("%s.put_nowait(%d)", g.shared("queue"), g.IntN(9)) })
	},
	func(g *generator, _ int) {
		g.attempt("asyncio.QueueEmpty", func() { g.line("say(me, 'has', %s.get_nowait())", g.shared("queue")) })
	},
	func(g *generator, _ int) {
		g.attempt("ValueError", func() { g.line("%s.task_done()", g.shared("queue")) })
	},
	func(g *generator, _ int) { g.line("await %s.join()", g.shared("queue")) },
	func(g *generator, _ int) { g.line("say(me, 'size', %s.qsize())", g.shared("queue")) },
	func(g *generator, _ int) { g.line("%s.set()", g.shared("event")) },
	func(g *generator, _ int) { g.line("%s.clear()", g.shared("event")) },
	func(g *generator, _ int) { g.line("await %s.wait()", g.shared("event")) },
	func(g *generator, _ int) { g.spawn() },
	func(g *generator, _ int) { g.spawn() },
	func(g *generator, _ int) {
		g.withTask(func(task string) { g.line("say(me, 'cancels', %s.cancel())", task) })
	},
	func(g *generator, _ int) {
		g.withTask(func(task string) { g.line("say(me, 'cancels', %s.cancel('m%d'))", task, g.IntN(3)) })
	},
	func(g *generator, _ int) {
		g.withTask(func(task string) {
			g.line("say(me, 'sees', %s.done(), %s.cancelled(), %s.cancelling())", task, task, task)
		})
	},
	func(g *generator, _ int) {
		g.withTask(func(task string) { g.line("%s.add_done_callback(lambda t: say('callback', outcome(t)))", task) })
	},
	func(g *generator, _ int) {
		g.withTask(func(task string) { g.awaitAny(func() { g.line("say(me, 'joined', await %s)", task) }) })
	},
	func(g *generator, _ int) { g.line("raise %s", g.exception()) },
	func(g *generator, _ int) { g.line("asyncio.get_running_loop().call_soon(say, me, 'soon')") },
	func(g *generator, _ int) { g.line("asyncio.get_running_loop().call_later(0, say, me, 'later')") },
	func(g *generator, _ int) { g.line("say(me, 'uncancel', asyncio.current_task().uncancel())") },
	func(g *generator, _ int) { g.line("say(me, 'is', asyncio.current_task().get_name()[:5])") },
	func(g *generator, _ int) { g.line("variable.set(variable.get() + 1)") },
	func(g *generator, _ int) { g.line("say(me, 'variable', variable.get())") },
	func(g *generator, _ int) { g.future() },
	func(g *generator, _ int) {
		g.awaitAny(func() { g.line("say(me, 'barrier', await %s.wait())", g.shared("barrier")) })
	},
	func(g *generator, _ int) { g.line("await %s", g.call()) },
	func(g *generator, _ int) { g.line("say(me, 'called', await %s)", g.call()) },
}

// compoundStatements are those that contain others.
func compoundStatements() []func(g *generator, depth int) {
	return []func(g *generator, depth int){
		func(g *generator, depth int) {
			g.line("async with %s:", g.shared("lock"))
			g.body(depth)
		},
		func(g *generator, depth int) {
			g.line("async with %s:", g.shared("gate"))
			g.body(depth)
		},
		func(g *generator, depth int) {
			g.line("await %s.acquire()", g.shared("gate"))
			g.line("try:")
			g.body(depth)
			g.line("finally:")
			g.block(func() { g.line("%s.release()", g.shared("gate")) })
		},
		func(g *generator, depth int) { g.condition(depth) },
		func(g *generator, depth int) { g.tryExcept(depth) },
		func(g *generator, depth int) { g.tryExcept(depth) },
		func(g *generator, depth int) { g.tryExcept(depth) },
		func(g *generator, depth int) {
			g.line("try:")
			g.body(depth)
			g.line("finally:")
			g.body(depth)
		},
		func(g *generator, depth int) { g.timeout(depth) },
		func(g *generator, depth int) { g.timeout(depth) },
		func(g *generator, _ int) {
			g.awaitAny(func() {
				g.line("say(me, 'waited for', await asyncio.wait_for(%s, %s))", g.call(), g.pick("0", "None", "100", "1e-9"))
			})
		},
		func(g *generator, _ int) { g.gather() },
		func(g *generator, _ int) { g.gather() },
		func(g *generator, depth int) { g.group(depth) },
		func(g *generator, depth int) { g.group(depth) },
		func(g *generator, _ int) { g.shield() },
		func(g *generator, _ int) { g.wait() },
		func(g *generator, _ int) { g.asCompleted() },
		func(g *generator, depth int) { g.generatorLoop(depth) },
		func(g *generator, depth int) {
			i := g.name("i")
			g.line("for %s in range(2):", i)
			g.block(func() {
				g.line("say(me, 'round', %s)", i)
				g.statements(depth + 1)
			})
		},
		func(g *generator, depth int) {
			g.line("if %s %% 2:", g.shared("counter"))
			g.body(depth)
			g.line("else:")
			g.body(depth)
		},
	}
}

func (g *generator) pick(of ...string) string { return of[g.IntN(len(of))] }

func (g *generator) exception() string {
	return g.pick("ValueError('x')", "KeyError(me)", "asyncio.CancelledError", "asyncio.CancelledError('own')",
		"RuntimeError('r', 1)", "TimeoutError", "ValueError")
}

// attempt writes a try statement around body for one kind of exception.
func (g *generator) attempt(kind string, body func()) {
	g.line("try:")
	g.block(body)
	g.line("except %s as e:", kind)
	g.block(func() { g.line("say(me, 'no', describe(e))") })
}

// awaitAny writes body, half of the time in a try statement for all exceptions.
func (g *generator) awaitAny(body func()) {
	if g.IntN(2) == 0 {
		body()
		return
	}
	g.attempt(g.pick("BaseException", "Exception", "(ValueError, asyncio.CancelledError)", "TimeoutError"), body)
}

// withTask writes body for a task of the shared state, if there is one.
func (g *generator) withTask(body func(task string)) {
	task := g.name("task")
	g.line("%s = %s.get(%q)", task, g.shared("tasks"), string(taskNames[g.IntN(3)]))
	g.line("if %s is not None:", task)
	g.block(func() { body(task) })
}

func (g *generator) spawn() {
	key := string(taskNames[g.IntN(3)])
	g.line("%s[%q] = asyncio.create_task(%s, name='%s-%d')", g.shared("tasks"), key, g.call(), key, g.IntN(100))
	g.line("%s.append(%s[%q])", g.shared("every"), g.shared("tasks"), key)
}

// registered writes tasks that are cancelled at the end of the program and
// returns the name of their list.
func (g *generator) registered() string {
	list := g.name("some")
	g.line("%s = [%s, %s]", list, g.task(), g.task())
	g.line("%s.extend(%s)", g.shared("every"), list)
	return list
}

func (g *generator) task() string {
	return fmt.Sprintf("asyncio.create_task(%s, name='n%d')", g.call(), g.IntN(100))
}

func (g *generator) future() {
	f := g.name("future")
	g.line("%s = asyncio.get_running_loop().create_future()", f)
	switch g.IntN(4) {
	case 0:
		g.line("asyncio.get_running_loop().call_soon(%s.set_result, %d)", f, g.IntN(9))
	case 1:
		g.line("asyncio.get_running_loop().call_soon(%s.set_exception, KeyError('k'))", f)
	case 2:
		g.line("asyncio.get_running_loop().call_soon(%s.cancel)", f)
	default:
		g.line("%s.add_done_callback(lambda f: say('future', f.cancelled()))", f)
		g.line("%s.set_result(%d)", f, g.IntN(9))
	}
	g.awaitAny(func() { g.line("say(me, 'future', await %s)", f) })
}

func (g *generator) condition(depth int) {
	condition := g.shared("condition")
	g.line("async with %s:", condition)
	g.block(func() {
		switch g.IntN(5) {
		case 0:
			g.line("%s.notify_all()", condition)
		case 1:
			g.line("%s.notify(%d)", condition, 1+g.IntN(2))
		case 2:
			g.line("await %s.wait()", condition)
		case 3:
			g.line("say(me, await %s.wait_for(lambda: %s > %d))", condition, g.shared("counter"), g.IntN(3))
		default:
			g.statements(depth + 1)
		}
	})
}

func (g *generator) tryExcept(depth int) {
	g.line("try:")
	g.body(depth)
	g.line("except %s as e:", g.pick("asyncio.CancelledError", "ValueError", "Exception", "BaseException",
		"(KeyError, RuntimeError)", "asyncio.TimeoutError"))
	g.block(func() {
		g.line("say(me, 'caught', describe(e))")
		switch g.IntN(4) {
		case 0:
			g.line("raise")
		case 1:
			g.line("await asyncio.sleep(0)")
			g.line("say(me, 'handled')")
		case 2:
			g.line("raise LookupError('instead') from e")
		}
	})
	if g.IntN(3) == 0 {
		g.line("else:")
		g.body(depth)
	}
	if g.IntN(3) == 0 {
		g.line("finally:")
		g.body(depth)
	}
}

func (g *generator) timeout(depth int) {
	limit := g.name("limit")
	statement := func() {
		g.line("async with asyncio.timeout(%s) as %s:", g.pick("0", "None", "100", "1e-9", "-1"), limit)
		g.block(func() {
			if g.IntN(4) == 0 {
				g.line("%s.reschedule(%s)", limit, g.pick("None", "0"))
			}
			g.statements(depth + 1)
		})
		g.line("say(me, 'expired', %s.expired())", limit)
	}
	g.awaitAny(statement)
}

func (g *generator) gather() {
	g.awaitAny(func() {
		options := g.pick("", "", ", return_exceptions=True")
		switch g.IntN(3) {
		case 0:
			g.line("say(me, 'gathered', texts(await asyncio.gather(%s, %s%s)))", g.call(), g.call(), options)
		case 1:
			g.line("say(me, 'gathered', texts(await asyncio.gather(*[%s for i in range(2)]%s)))", g.call(), options)
		default:
			g.line("await asyncio.gather(%s, %s, %s%s)", g.call(), g.call(), g.call(), options)
		}
	})
}

func (g *generator) group(depth int) {
	group := g.name("group")
	g.awaitAny(func() {
		g.line("async with asyncio.TaskGroup() as %s:", group)
		g.block(func() {
			for range g.IntN(3) {
				g.line("%s.create_task(%s)", group, g.call())
			}
			if g.IntN(2) == 0 {
				g.statements(depth + 1)
			} else {
				g.line("say(me, 'in group')")
			}
		})
	})
	g.line("say(me, 'left group')")
}

func (g *generator) shield() {
	list := g.registered()
	g.awaitAny(func() { g.line("say(me, 'shielded', await asyncio.shield(%s[0]))", list) })
}

func (g *generator) wait() {
	list := g.registered()
	done, pending := g.name("done"), g.name("pending")
	g.line("%s, %s = await asyncio.wait(%s, return_when=asyncio.%s%s)", done, pending, list,
		g.pick("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"), g.pick("", "", ", timeout=0", ", timeout=100"))
	g.line("say(me, 'waited', [t in %s for t in %s], len(%s))", done, list, pending)
}

func (g *generator) asCompleted() {
	list := g.registered()
	item := g.name("next")
	g.awaitAny(func() {
		if g.IntN(2) == 0 {
			g.line("for %s in asyncio.as_completed(%s):", item, list)
			g.block(func() { g.awaitAny(func() { g.line("say(me, 'completed', await %s)", item) }) })
			return
		}
		g.line("async for %s in asyncio.as_completed(%s%s):", item, list, g.pick("", ", timeout=0", ", timeout=100"))
		g.block(func() { g.line("say(me, 'completed', outcome(%s), %s in %s)", item, item, list) })
	})
}

func (g *generator) generatorLoop(depth int) {
	x := g.name("x")
	source := g.pick("count(3)", "count(2)", "failing()")
	g.awaitAny(func() {
		g.line("async for %s in %s:", x, source)
		g.block(func() {
			g.line("say(me, 'item', %s)", x)
			switch g.IntN(3) {
			case 0:
				g.statements(depth + 1)
			case 1:
				g.line("if %s == 1:", x)
				g.block(func() { g.line("break") })
			}
		})
	})
}
