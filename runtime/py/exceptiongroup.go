package py

import (
	"fmt"
	"slices"
)

// groupClass is the class that cls(message, exceptions) makes an instance of:
// a BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup. It
// checks the arguments.
func groupClass(cls *Class, args Tuple) *Class {
	if len(args) != 2 {
		raisef(NewTypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := native(args[0]).(string); !ok {
		raisef(NewTypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeName(args[0]))
	}
	exceptions := groupMembers(args[1])
	onlyExceptions := true
	for i, e := range exceptions {
		b, ok := e.(BaseException)
		if !ok {
			raisef(NewValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		if !b.PyClass().IsSubclassOf(ExceptionClass) {
			onlyExceptions = false
		}
	}
	switch {
	case onlyExceptions && cls == BaseExceptionGroup:
		return ExceptionGroup
	case !onlyExceptions && cls.IsSubclassOf(ExceptionClass):
		if cls == ExceptionGroup {
			raisef(NewTypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
		}
		raisef(NewTypeError, "Cannot nest BaseExceptions in '%s'", cls.name)
	}
	return cls
}

func groupMembers(exceptions any) []any {
	switch exceptions.(type) {
	case listValue, Tuple:
	default:
		if _, ok := TypeOf(exceptions).lookup("__getitem__"); !ok {
			raisef(NewTypeError, "second argument (exceptions) must be a sequence")
		}
	}
	members := slices.Collect(Iter(exceptions))
	if len(members) == 0 {
		raisef(NewValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	return members
}

// initGroup takes message and exceptions from the arguments.
func initGroup(e *Exception) {
	if _, ok := e.fields.get("message"); ok {
		return
	}
	e.Class = groupClass(e.Class, e.Args)
	e.fields.set("message", e.Args[0])
	e.fields.set("exceptions", Tuple(groupMembers(e.Args[1])))
}

// Exceptions returns the members of an exception group, nil for any other
// exception.
func Exceptions(err error) []BaseException {
	e := AsException(err).exception()
	v, _ := e.fields.get("exceptions")
	t, _ := v.(Tuple)
	if t == nil {
		return nil
	}
	members := make([]BaseException, len(t))
	for i, m := range t {
		members[i] = m.(BaseException)
	}
	return members
}

// NewGroup makes BaseExceptionGroup(message, exceptions), which is an
// ExceptionGroup when all of them are Exceptions.
func NewGroup(message string, exceptions []BaseException) *Exception {
	members := make(Tuple, len(exceptions))
	for i, e := range exceptions {
		members[i] = e
	}
	return newException(BaseExceptionGroup, []any{message, ListOf[any](members...)})
}

func isGroup(e BaseException) bool { return e.PyClass().IsSubclassOf(BaseExceptionGroup) }

func groupText(e *Exception) string {
	message, _ := e.fields.get("message")
	n := len(Exceptions(e))
	return fmt.Sprintf("%s (%d sub-exception%s)", Str(message), n, pluralS(n != 1))
}

// splitGroup divides a group, or a single exception, by a condition. The parts
// keep the structure of nested groups; an empty part is nil.
func splitGroup(e BaseException, condition func(BaseException) bool) (matched, rest BaseException) {
	if condition(e) {
		return e, nil
	}
	if !isGroup(e) {
		return nil, e
	}
	var yes, no []BaseException
	for _, member := range Exceptions(e) {
		m, r := splitGroup(member, condition)
		if m != nil {
			yes = append(yes, m)
		}
		if r != nil {
			no = append(no, r)
		}
	}
	return deriveGroup(e, yes), deriveGroup(e, no)
}

// deriveGroup makes a group of some members of e by its method derive, with
// e's traceback, cause, context and notes.
func deriveGroup(e BaseException, members []BaseException) BaseException {
	if len(members) == 0 {
		return nil
	}
	list := ListOf[any]()
	for _, m := range members {
		list.Append(m)
	}
	derived, ok := CallMethod(e, "derive", list).(BaseException)
	if !ok || !isGroup(derived) {
		raisef(NewTypeError, "derive must return an instance of BaseExceptionGroup")
	}
	from, to := e.exception(), derived.exception()
	to.traceback, to.raised, to.Cause, to.Context = from.traceback, from.raised, from.Cause, from.Context
	to.SuppressContext = from.SuppressContext
	if from.Notes != nil {
		to.Notes = from.Notes.Copy()
	}
	return derived
}

// groupCondition makes the condition of split and subgroup from a class, a
// tuple of classes or a function.
func groupCondition(condition any) func(BaseException) bool {
	switch c := condition.(type) {
	case *Class:
		if c.layout == layoutException {
			return func(e BaseException) bool { return Matches(e, c) }
		}
	case Tuple:
		valid := len(c) > 0
		for _, item := range c {
			k, ok := item.(*Class)
			valid = valid && ok && k.layout == layoutException
		}
		if valid {
			return func(e BaseException) bool { return Matches(e, c) }
		}
	default:
		if callable(condition) {
			return func(e BaseException) bool { return Truth(Call(condition, e)) }
		}
	}
	raisef(NewTypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
	return nil
}

// SplitGroup is the matching of except* class: matched is the group of the
// exceptions in err that are instances of class, nil if there are none, and
// rest what remains, nil if nothing does. An exception that is no group is
// matched as a group of one. It raises TypeError when class is a group itself.
func SplitGroup(err error, class any) (matched, rest error) {
	checkExceptStar(class)
	if err == nil {
		return nil, nil // earlier handlers took all of it
	}
	e := AsException(err)
	if !isGroup(e) {
		if Matches(e, class) {
			return newException(BaseExceptionGroup, []any{"", Tuple{e}}), nil
		}
		return nil, e
	}
	m, r := splitGroup(e, func(e BaseException) bool { return Matches(e, class) })
	if m != nil {
		matched = m
	}
	if r != nil {
		rest = r
	}
	return matched, rest
}

func checkExceptStar(class any) {
	classes, ok := class.(Tuple)
	if !ok {
		classes = Tuple{class}
	}
	for _, item := range classes {
		c, ok := item.(*Class)
		if !ok || c.layout != layoutException {
			raisef(NewTypeError, "catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubclassOf(BaseExceptionGroup) {
			raisef(NewTypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
}

// JoinGroup is what leaves a try statement with except* clauses: unhandled is
// the part of original that no clause took and reraised what clauses raised
// again from their parts, both merged into one group; raised are new exceptions.
// The result is nil when there is nothing to raise.
func JoinGroup(original error, unhandled error, reraised, raised []error) error {
	e := AsException(original)
	var rest []BaseException
	if unhandled != nil {
		rest = append(rest, AsException(unhandled))
	}
	for _, r := range reraised {
		rest = append(rest, AsException(r))
	}
	var merged BaseException
	switch {
	case len(rest) == 1:
		merged = rest[0]
	case len(rest) > 1:
		keep := map[*Exception]bool{}
		for _, r := range rest {
			collectLeaves(r, keep)
		}
		merged, _ = splitGroup(e, func(x BaseException) bool { return !isGroup(x) && keep[x.exception()] })
	}
	if len(raised) == 0 {
		if merged == nil {
			return nil
		}
		return merged
	}
	var all []BaseException
	for _, r := range raised {
		all = append(all, AsException(r))
	}
	if merged != nil {
		all = append(all, merged)
	}
	if len(all) == 1 {
		return all[0]
	}
	return NewGroup("", all)
}

func collectLeaves(e BaseException, leaves map[*Exception]bool) {
	if !isGroup(e) {
		leaves[e.exception()] = true
		return
	}
	for _, m := range Exceptions(e) {
		collectLeaves(m, leaves)
	}
}

func init() {
	BaseExceptionGroup.define(func(d *Definition) {
		field := func(name string) func(self any) any {
			return func(self any) any {
				e := exceptionOf(self)
				initGroup(e)
				v, _ := e.fields.get(name)
				return v
			}
		}
		d.Getter("message", field("message"))
		d.Getter("exceptions", field("exceptions"))
		d.Method("derive(self, excs, /)", func(self, excs any) any {
			message, _ := exceptionOf(self).fields.get("message")
			return newException(BaseExceptionGroup, []any{message, excs})
		})
		d.Method("split(self, matcher_value, /)", func(self, condition any) any {
			matched, rest := splitGroup(self.(BaseException), groupCondition(condition))
			return Tuple{boxException(matched), boxException(rest)}
		})
		d.Method("subgroup(self, matcher_value, /)", func(self, condition any) any {
			matched, _ := splitGroup(self.(BaseException), groupCondition(condition))
			return boxException(matched)
		})
		d.ClassMethod("__class_getitem__(cls, object, /)", func(cls, args any) any {
			return newGenericAlias(cls, args)
		})
	})
}
