package api

import "strings"

// Feature is a set of what programs can do with the library that decides about
// forms which must be the same in all of a program. A program has a feature if it
// mentions one of its names anywhere.
type Feature uint32

// The features.
const (
	Docstrings     Feature = 1 << iota // docstrings are read
	Annotations                        // annotations are read
	CoroutineNames                     // names of coroutines are shown
	Handled                            // the exception being handled can be asked for
	GeneratorKinds                     // whether a function makes generators can be asked
	RecursionLimit                     // the limit of recursion matters
	Outcomes                           // calls that are no awaits raise what a future or a coroutine ended with
	Redirection                        // sys.stdout can be replaced, so that print is not fmt.Println
	Threads                            // there can be threads beside those of to_thread
	Timeouts                           // calls that are no awaits raise TimeoutError
	Hints                              // annotations that are strings are evaluated
	Lifetimes                          // when an object is dropped can be seen
	Frames                             // the frames of tracebacks can be seen
	Scheduling                         // tasks, futures or handles are values
	SourceLines                        // with Frames: lines of the source are shown
	Pickling                           // objects are made again of what they were
	Stepped                            // iterators are stepped, or their ends raised, by hand
	Identities                         // which tuples are the same object can be seen
	Closures                           // the variables that a function closes over can be seen
	Lookups                            // looking up an attribute that there is can be seen
	Contexts                           // with Handled: the contexts of exceptions can be seen
)

// mentions lists the names of each feature: of functions, classes and attributes,
// the dotted ones of modules, and functions that are called with a keyword.
var mentions = map[Feature]string{
	Docstrings: `__doc__ getdoc unittest`,
	Annotations: `__annotations__ __type_params__ get_type_hints signature singledispatch singledispatchmethod
		get_annotations Signature`,
	Hints:          `get_type_hints eval_str singledispatch singledispatchmethod`,
	CoroutineNames: `get_coro __qualname__ __name__ all_tasks current_task repr get_stack print_stack set_debug`,
	Handled: `__context__ __traceback__ format_exc print_exc exc_info TracebackException format_exception print_exception
		exception`,
	Contexts: `__context__ format_exc print_exc TracebackException format_exception print_exception`,
	Frames: `extract_tb extract_stack format_tb print_tb format_list format_exc format_exception TracebackException
		StackSummary FrameSummary walk_tb tb_frame tb_lineno tb_next get_stack print_stack print_exc(file) print_exception(file)`,
	GeneratorKinds:     `isgeneratorfunction isasyncgenfunction`,
	RecursionLimit:     `RecursionError setrecursionlimit`,
	Outcomes:           `result send throw run_until_complete run_coroutine_threadsafe Runner`,
	Redirection:        `redirect_stdout stdout`,
	Threads | Timeouts: `threading concurrent concurrent.futures run_in_executor multiprocessing`,
	SourceLines:        `line print_stack print_exc(file) print_exception(file) format_tb print_tb format_list format_exc format_exception TracebackException getline`,
	Pickling:           `pickle ProcessPoolExecutor multiprocessing deepcopy`,
	Lifetimes:          `weakref __del__`,
	Scheduling: `create_task ensure_future TaskGroup current_task all_tasks Future create_future shield
		call_soon call_later call_at call_soon_threadsafe run_coroutine_threadsafe set_exception_handler Task`,
	Timeouts:   `socket socketserver selectors select ssl urllib.request urllib.robotparser http.client http.server email errno`,
	Identities: `pickle shelve copyreg is_ is_not assertIs assertIsNot`,
	Closures:   `__closure__ co_freevars`,
	Lookups:    `__getattribute__`,
	Stepped:    `next anext __next__ __anext__ StopIteration StopAsyncIteration set_asyncgen_hooks`,
}

var features = func() map[string]Feature {
	of := map[string]Feature{}
	for feature, names := range mentions {
		for _, name := range strings.Fields(names) {
			of[name] |= feature
		}
	}
	return of
}()

// Mentions returns the features that a program has as it mentions a name.
func Mentions(name string) Feature { return features[name] }

// AsksFuture reports whether a method that is called without arguments is that of a
// future: task.exception(), which is not log.exception(message).
func AsksFuture(method string) bool { return method == "exception" }

// linesOfRecords are the fields of log records that tell where a call of logging
// stands.
var linesOfRecords = strings.Fields("lineno funcName filename pathname (module {module")

// Logs reports whether a program that mentions a name can make log records.
func Logs(name string) bool { return name == "logging" || name == "asyncio.log" }

// Warns reports whether a program that mentions a name can issue warnings, which
// tell where they come from.
func Warns(name string) bool { return name == "warnings" }

// TellsLines reports whether a text, such as a format of log records or the name of
// a field of theirs, asks for the place of a call in the source.
func TellsLines(text string) bool {
	for _, field := range linesOfRecords {
		if strings.Contains(text, field) {
			return true
		}
	}
	return false
}

// Has reports whether all features of g are among f.
func (f Feature) Has(g Feature) bool { return f&g == g }

// rethrowing are the methods that raise what something else has raised, or what
// awaiting raises, and are not awaited themselves.
var rethrowing = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields(`result exception throw run run_until_complete send __next__`) {
		names[name] = true
	}
	return names
}()

// Rethrows reports whether a method of the library called name raises what
// something else has raised, or what awaiting raises, and is not awaited itself.
func Rethrows(name string) bool { return rethrowing[name] }
