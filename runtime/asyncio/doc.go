// Package asyncio mirrors Python's asyncio: an event loop, tasks, futures,
// synchronisation, queues, streams, transports and subprocesses, with the same
// interleaving, cancellation and messages as CPython 3.13.
//
// A task is a stackful coroutine, so awaiting another coroutine is a plain Go
// call and only a real suspension switches stacks. Functions that may suspend
// take a context.Context first, which is (or derives from) the running task,
// and return an error: a Python exception, such as CancelledError.
//
// Everything exists twice over one core: as generic Go functions and types for
// code with static types, and through Module for code that uses Python values.
package asyncio
