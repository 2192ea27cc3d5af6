package api

import "strings"

// What the library does to objects of the program that are passed to it, beyond
// what the entries of its functions say.

// duck are the methods and attributes that the library uses of any object that
// has them.
var duck = words(`write writelines flush close aclose read readline readlines isatty fileno
	keys items values get acquire release isoformat utcoffset dst tzname default emit format filter handle
	append extend pop discard add update seek tell name mode encoding send throw cancel done result`)

// Duck lists the attributes that the library uses of any object that has them.
func Duck() map[string]bool { return duck }

// users are functions and classes of the library that use more of an object that
// the program gives them, by the attributes that they use. Most of these are names
// that classes of programs have for themselves, so they count only in programs that
// name one who uses them.
var users = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for names, attributes := range map[string]string{
		// what transports call of a protocol, of whatever class it is
		`create_connection create_server create_unix_connection create_unix_server connect_accepted_socket
			create_datagram_endpoint connect_read_pipe connect_write_pipe subprocess_exec subprocess_shell
			start_tls set_protocol`: `connection_made connection_lost data_received eof_received pause_writing resume_writing
			get_buffer buffer_updated datagram_received error_received
			pipe_data_received pipe_connection_lost process_exited`,
		`StreamWriter set_transport`:           `write_eof can_write_eof is_closing get_extra_info pause_reading resume_reading abort`,
		`run_in_executor set_default_executor`: `submit shutdown`,
		`QueueHandler QueueListener`:           `put_nowait get_nowait task_done`,
		`Condition`:                            `locked`,
		`TextIOWrapper BufferedReader BufferedWriter BufferedRandom BufferedRWPair`: `readinto readable writable seekable
			truncate closed`,
		`ChainMap`:                        `clear popitem copy`,
		`MappingProxyType`:                `copy`,
		`insort insort_left insort_right`: `insert`,
		`create_aggregate`:                `step finalize`,
		`create_window_function`:          `step finalize value inverse`,
		`json`:                            `encode iterencode decode`,
		`csv`:                             `delimiter quotechar doublequote escapechar skipinitialspace lineterminator quoting strict`,
		`hashlib file_digest`:             `readinto getbuffer digest hexdigest`,
		`ensure_future gather wait wait_for shield as_completed isfuture wrap_future`: `_asyncio_future_blocking
			add_done_callback remove_done_callback get_loop cancelled exception`,
	} {
		for _, name := range strings.Fields(names) {
			if m[name] == nil {
				m[name] = map[string]bool{}
			}
			for _, attribute := range strings.Fields(attributes) {
				m[name][attribute] = true
			}
		}
	}
	return m
}()

// UsedBy lists the attributes that functions and classes of the library with a name
// use of objects that they are given.
func UsedBy(name string) map[string]bool { return users[name] }

// copiers are the names of what makes objects anew from others.
var copiers = words("copy deepcopy __replace__ pickle shelve")

// Copies reports whether what is imported by a name, or read of the modules copy
// and dataclasses, makes objects anew from others.
func Copies(name string) bool { return copiers[name] }

// ReadsFields reports whether a name of the library, or an attribute, tells what
// fields dataclasses have.
func ReadsFields(name string) bool {
	return name == "dataclasses.fields" || name == "__dataclass_fields__"
}

// reflecting are the names by which a program can get at classes, or at their
// attributes, other than as they are written.
var reflecting = words(`vars dir globals locals setattr delattr exec eval __dict__ __setattr__ __delattr__ __subclasses__
	__mro__ mro __bases__ __base__ __init_subclass__ __getattr__ __getattribute__ inspect getmembers getattr_static patch
	patch_object gc attrgetter __slots__ pydoc get_type_hints signature __annotations__ exc_info exc_type excepthook
	ExitStack AsyncExitStack`)

// Reflects reports whether a program that mentions a name can get at classes, or at
// their attributes, other than as they are written.
func Reflects(name string) bool { return reflecting[name] }

// plainBases are the builtin classes, and abc.ABC, without attributes that the body of
// a class which derives from them could override.
var plainBases = words(`object Exception ValueError RuntimeError TypeError LookupError ArithmeticError ABC`)

// IsPlainBase reports whether a class of the library has no attributes that the body
// of a class which derives from it could override.
func IsPlainBase(name string) bool { return plainBases[name] }

// looking are the functions of the library, and the builtins, that keep nothing of
// their arguments.
var looking = words(`print repr str type isinstance callable hasattr id asyncio.iscoroutine asyncio.iscoroutinefunction
	inspect.iscoroutine inspect.iscoroutinefunction inspect.isawaitable inspect.getcoroutinestate inspect.isgenerator
	inspect.isasyncgen inspect.isfunction inspect.isclass inspect.ismethod`)

// OnlyLooks reports whether a function of the library, or a builtin, keeps nothing
// of its arguments.
func OnlyLooks(name string) bool { return looking[name] }

// threadArguments are the functions of the library that run an argument in a thread,
// and the index of that argument.
var threadArguments = map[string]int{"asyncio.to_thread": 0, "asyncio.AbstractEventLoop.run_in_executor": 1}

// ThreadArgument is the index of the argument, a function, that a function of the
// library runs in a thread; ok is false for others. The arguments before it must be
// None, and those after it are passed to the function.
func ThreadArgument(name string) (index int, ok bool) {
	index, ok = threadArguments[name]
	return index, ok
}

// TakesFunction is the index of the argument that is a Go function where a function
// or method of asyncio with that last name takes one; ok is false for others.
func TakesFunction(last string) (index int, ok bool) {
	for name, at := range threadArguments {
		if strings.HasSuffix(name, "."+last) {
			return at, true
		}
	}
	return 0, TakesAsync("asyncio." + last)
}

// CopiesFrom reports whether a module has functions that Copies names.
func CopiesFrom(module string) bool { return module == "dataclasses" || module == "copy" }

// dictTakers are the functions and methods that take a defaultdict for a dict:
// they neither keep it, nor look up keys, nor show it.
var dictTakers = words(`dict.get dict.keys dict.values dict.items dict.pop dict.popitem dict.setdefault dict.clear dict.update
	len sorted list tuple set frozenset sum min max any all enumerate dict bool`)

// TakesAnyDict reports whether a function or method of the library means the
// same for a defaultdict as for a dict with the same items.
func TakesAnyDict(name string) bool { return dictTakers[name] }

// callableKeepers are the decorators of the library that make of a function or
// class a function, a class or another object that is called like it.
var callableKeepers = words(`functools.wraps functools.cache functools.lru_cache functools.total_ordering
	functools.singledispatch contextlib.contextmanager contextlib.asynccontextmanager dataclasses.dataclass
	enum.unique typing.final typing.runtime_checkable typing.no_type_check typing.override abc.abstractmethod`)

// KeepsCallable reports whether what a decorator of the library gives can be
// called like what it is given.
func KeepsCallable(decorator string) bool { return callableKeepers[decorator] }

// Identifies is the builtin function that tells which object a value is.
const Identifies = "id"

// LoadedModules is the dict that has the modules by their names. Only the module that
// asks for itself is known to be in it.
const LoadedModules = "sys.modules"

// descriptorMakers are the functions whose result, as a class attribute, is another
// value for each instance.
var descriptorMakers = words(`property classmethod staticmethod partialmethod cached_property singledispatchmethod`)

// MakesDescriptor reports whether what a function of that name makes binds to
// instances.
func MakesDescriptor(name string) bool { return descriptorMakers[name] }

// SetsTaskFactory is the method of a loop that sets its task factory.
const SetsTaskFactory = "set_task_factory"

// MakesTasks is the method of a loop that makes its tasks.
const MakesTasks = "create_task"

// LoopClass is how the names of classes of event loops end.
const LoopClass = "EventLoop"

// loopInternals are the methods of event loops that asyncio calls itself, of the
// runtime's own loop whatever a class derived from it has in their place.
var loopInternals = words(`create_future getaddrinfo getnameinfo create_connection create_server
	create_unix_connection create_unix_server create_datagram_endpoint connect_read_pipe connect_write_pipe
	connect_accepted_socket start_tls sendfile subprocess_exec subprocess_shell sock_recv sock_recv_into sock_sendall
	sock_connect sock_accept add_reader remove_reader add_writer remove_writer run_until_complete
	get_task_factory get_debug is_closed is_running`)

// LoopInternal reports whether a method of event loops cannot be replaced.
func LoopInternal(name string) bool { return loopInternals[name] }

// KeepsTasks reports whether a task factory, by its name in asyncio, makes the
// tasks that asyncio does without one.
func KeepsTasks(factory string) bool { return factory == "eager_task_factory" }

// consumers are the builtin functions of one argument that go through all of it.
var consumers = words("list tuple set frozenset sum sorted max min")

// Consumes reports whether a builtin function of one argument goes through all of
// it.
func Consumes(name string) bool { return consumers[name] }

// conversions are the builtin functions and types of one argument that give what a
// value is as something else, and converters the special methods that they call.
var (
	conversions = words("str int float bool repr len abs ord chr hex bin oct")
	converters  = words("__str__ __repr__ __int__ __float__ __bool__ __len__ __abs__ __index__ __trunc__")
)

// Converts reports whether a builtin function gives what its one argument is as
// something else, running no code but the methods that ConvertedBy names.
func Converts(name string) bool { return conversions[name] }

// ConvertedBy reports whether the functions that Converts names call a special
// method.
func ConvertedBy(method string) bool { return converters[method] }

// Replacement is how a function gives attributes of objects other values.
type Replacement int

// The ways.
const (
	ReplacesNothing   Replacement = iota
	ReplacesAttribute             // those of its first argument that the second, or the keywords, name
	ReplacesPath                  // that which a dotted path names
	ReplacesItems                 // none, but items of the mapping that a dotted path, or the argument itself, means
)

var replacements = map[string]Replacement{
	"setattr":                      ReplacesAttribute,
	"delattr":                      ReplacesAttribute,
	"unittest.mock.patch":          ReplacesPath,
	"unittest.mock.patch.object":   ReplacesAttribute,
	"unittest.mock.patch.multiple": ReplacesAttribute,
	"unittest.mock.patch.dict":     ReplacesItems,
}

// Replaces tells how a function, by its qualified name, gives attributes of objects
// other values.
func Replaces(name string) Replacement { return replacements[name] }

// Patches reports whether a function, by its qualified name, can replace the
// attributes of any object.
func Patches(name string) bool { return Replaces(name) == ReplacesPath }

// attributeReachers are the builtin functions, and methods of builtin classes, that
// give or set attributes of their first argument by names that are values.
var attributeReachers = words("setattr delattr vars object.__setattr__ object.__delattr__")

// ReachesAttributes reports whether a builtin function reaches the attributes of its
// first argument by names that are values.
func ReachesAttributes(name string) bool { return attributeReachers[name] }

// moduleFinders are the names by which modules are found other than by import
// statements.
var moduleFinders = words("modules sys.modules importlib pkgutil runpy __import__ getmodule import_module reload")

// FindsModules reports whether what has a name finds modules by names that are values.
func FindsModules(name string) bool { return moduleFinders[name] }

// importers are the functions that import a module by a name or path that is a
// value, by the last parts of their names.
var importers = words("import_module patch")

// ImportsByValue reports whether a function, of which the last part of the name is
// given, imports what a text names.
func ImportsByValue(name string) bool { return importers[name] }

// importer is the function that imports the module that its first argument names.
const importer = "importlib.import_module"

// IsImporter reports whether a function, by its qualified name, imports the module
// that its first argument names.
func IsImporter(name string) bool { return name == importer }

// configurer is the function whose argument can name what is in modules.
const configurer = "logging.config.dictConfig"

// IsConfigurer reports whether a function, by its qualified name, looks up what texts
// in its argument name.
func IsConfigurer(name string) bool { return name == configurer }

// ImporterModule is the module whose functions import by names.
const ImporterModule = "importlib"

// MockModule is the module whose objects stand for others of any class, whatever
// annotations say.
const MockModule = "unittest.mock"

// readers are the builtin functions that read attributes of their first argument
// and do not pass it on.
var readers = words("getattr hasattr dir id type repr str isinstance callable")

// ReadsFirst reports whether a builtin function does no more with its first
// argument than to look at it.
func ReadsFirst(name string) bool { return readers[name] }
