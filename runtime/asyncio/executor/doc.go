// Package executor runs calls in a bounded pool of threads. It is the part of
// Python's concurrent.futures that asyncio needs itself: Future, Executor and
// the pools. The module concurrent.futures is in pystd/concurrentfutures.
//
// Calls of converted code hold the interpreter lock of package py while they
// run, as CPython's threads do; plain Go functions that share nothing with
// others (Pool.Run) run without it, in parallel.
package executor
