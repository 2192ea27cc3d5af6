package py

import (
	"fmt"
	"strings"
)

// self is the value that Python code sees for an exception: the struct that
// embeds it where there is one.
func (e *Exception) self() BaseException {
	if e.outer != nil {
		return e.outer
	}
	return e
}

// exceptionText is str(e): what __str__ of its class says.
func exceptionText(e *Exception) string {
	class := e.PyClass()
	if method, ok := class.lookup("__str__"); ok {
		if f, isFunction := method.(*Function); !isFunction || f.kind != builtinFunction {
			if s, ok := native(callBound(method, e.self(), class, nil, nil)).(string); ok {
				return s
			}
		}
	}
	return builtinExceptionText(e)
}

// builtinExceptionText is the __str__ of the builtin exceptions.
func builtinExceptionText(e *Exception) string {
	class := e.PyClass()
	switch {
	case class.IsSubclassOf(KeyError):
		if len(e.Args) == 1 {
			return Repr(e.Args[0])
		}
	case class.IsSubclassOf(OSError):
		if s, ok := osErrorText(e); ok {
			return s
		}
	case class.IsSubclassOf(BaseExceptionGroup):
		return groupText(e)
	case class.IsSubclassOf(UnicodeError):
		if s, ok := unicodeErrorText(e); ok {
			return s
		}
	case class.IsSubclassOf(ImportError):
		if m, ok := e.fields.get("msg"); ok && m != nil {
			return Str(m)
		}
	case class.IsSubclassOf(SyntaxError):
		if len(e.Args) > 0 {
			return syntaxErrorText(e)
		}
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return Str(e.Args[0])
	}
	return tupleRepr(e.Args)
}

// syntaxErrorText adds file and line to the message when they are known.
func syntaxErrorText(e *Exception) string {
	msg := Str(e.Args[0])
	file, _ := e.fields.get("filename")
	line, _ := e.fields.get("lineno")
	name, hasFile := file.(string)
	name = name[strings.LastIndexByte(name, '/')+1:]
	switch n, hasLine := line.(int); {
	case hasFile && hasLine:
		return fmt.Sprintf("%s (%s, line %d)", msg, name, n)
	case hasFile:
		return fmt.Sprintf("%s (%s)", msg, name)
	case hasLine:
		return fmt.Sprintf("%s (line %d)", msg, n)
	}
	return msg
}

// exceptionRepr is BaseException.__repr__.
func exceptionRepr(e *Exception) string {
	class := e.PyClass()
	if class.IsSubclassOf(BaseExceptionGroup) && len(e.Args) == 2 {
		return class.name + "(" + Repr(e.Args[0]) + ", " + Repr(e.Args[1]) + ")"
	}
	if len(e.Args) == 1 {
		return class.name + "(" + Repr(e.Args[0]) + ")"
	}
	return class.name + tupleRepr(e.Args)
}

func unicodeErrorText(e *Exception) (string, bool) {
	object, ok := e.fields.get("object")
	if !ok {
		return "", false
	}
	field := func(name string) any { v, _ := e.fields.get(name); return v }
	start, _ := field("start").(int)
	end, _ := field("end").(int)
	reason := Str(field("reason"))
	encoding, _ := field("encoding").(string)
	switch class := e.PyClass(); {
	case class.IsSubclassOf(UnicodeDecodeError):
		data := bytesPayload(object)
		if start < len(data) && end == start+1 {
			return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s",
				encoding, data[start], start, reason), true
		}
		return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", encoding, start, end-1, reason), true
	case class.IsSubclassOf(UnicodeEncodeError):
		text := Str(object)
		if start < StrLen(text) && end == start+1 {
			return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s",
				encoding, escapedCharacter(StrIndex(text, start)), start, reason), true
		}
		return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", encoding, start, end-1, reason), true
	default:
		text := Str(object)
		if start < StrLen(text) && end == start+1 {
			return fmt.Sprintf("can't translate character '%s' in position %d: %s",
				escapedCharacter(StrIndex(text, start)), start, reason), true
		}
		return fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason), true
	}
}

func bytesPayload(object any) string {
	if b, ok := bytesOf(object); ok {
		return string(b)
	}
	return ""
}

// escapedCharacter is how codec errors show a character.
func escapedCharacter(c string) string {
	switch r := firstRune(c); {
	case r <= 0xff:
		return fmt.Sprintf("\\x%02x", r)
	case r <= 0xffff:
		return fmt.Sprintf("\\u%04x", r)
	default:
		return fmt.Sprintf("\\U%08x", r)
	}
}

// firstRune decodes the first code point, a lone surrogate included.
func firstRune(s string) rune {
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
	}
	for _, r := range s {
		return r
	}
	return 0
}
