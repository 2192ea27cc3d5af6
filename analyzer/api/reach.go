package api

// What the library does to objects of the program that are passed to it, beyond
// what the entries of its functions say.

// duck are the methods and attributes that the library uses of any object that
// has them.
var duck = words(`write writelines flush close aclose read readline readlines isatty fileno
	keys items values get acquire release isoformat utcoffset dst tzname default emit format filter handle
	append extend pop discard add update seek tell name mode encoding send throw cancel done result`)

// Duck lists the attributes that the library uses of any object that has them.
func Duck() map[string]bool { return duck }

// copiers are the names of what makes objects anew from others, and of what takes
// the fields of dataclasses apart.
var copiers = words("copy deepcopy __replace__ fields pickle shelve get_type_hints")

// Copies reports whether what is imported by a name, or read of the modules copy
// and dataclasses, makes objects anew from others or takes their fields apart.
func Copies(name string) bool { return copiers[name] }

// CopiesFrom reports whether a module has functions that Copies names.
func CopiesFrom(module string) bool { return module == "dataclasses" || module == "copy" }

// SetsTaskFactory is the method of a loop that sets its task factory.
const SetsTaskFactory = "set_task_factory"

// MakesTasks is the method of a loop that makes its tasks.
const MakesTasks = "create_task"

// KeepsTasks reports whether a task factory, by its name in asyncio, makes the
// tasks that asyncio does without one.
func KeepsTasks(factory string) bool { return factory == "eager_task_factory" }
