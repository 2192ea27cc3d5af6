package py

func init() {
	StrClass.define(func(d *Definition) {
		d.New("str(object=, encoding=, errors=)", newStr, missing, missing, missing)
	})
}

// newStr is str(object, encoding, errors): the text of an object, or the text
// that bytes mean in an encoding.
func newStr(object, encoding, errors any) any {
	if object == missing {
		return ""
	}
	if encoding == missing && errors == missing {
		return Str(object)
	}
	name, mode := "utf-8", "strict"
	if encoding != missing {
		name = strArg(encoding, "str() argument 'encoding' must be str, not %s")
	}
	if errors != missing {
		mode = strArg(errors, "str() argument 'errors' must be str, not %s")
	}
	if _, ok := native(object).(string); ok {
		raisef(NewTypeError, "decoding str is not supported")
	}
	data, ok := bytesOf(object)
	if !ok {
		raisef(NewTypeError, "decoding to str: need a bytes-like object, %s found", typeName(object))
	}
	return BytesDecode(data, name, mode)
}
