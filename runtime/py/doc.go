// Package py is Python's data model for converted programs: classes and
// instances, functions and calls, exceptions, generators and coroutines, the
// builtin types and functions, and the dynamic operations that code without
// static types is made of.
//
// docs/runtime.md of the repository says which Go value stands for which Python
// value and lists the operations. A value of no static type is an any. What
// Python raises is a panic with a [BaseException] here, unless a function has
// an error result; [Try] and [Catch] turn either into an error.
//
// Types that Go code implements describe themselves by [NewNativeClass]: the
// operators then find their special methods as they find those of classes that
// a program defines.
package py
