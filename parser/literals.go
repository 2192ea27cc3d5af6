package parser

import "github.com/pyasync2go/pyasync2go/parser/ast"

// literals tells package blame which literals have no value, and why.
type literals struct{}

func (literals) Number(token string) string {
	_, fault := numberValue(token)
	return fault
}

func (literals) String(token string) (message string, blameToken bool) {
	_, _, fault := stringValue(token)
	if fault == nil {
		return "", false
	}
	return fault.message, fault.blameToken
}

func (literals) FStringMiddle(text string, isRaw bool) string {
	if isRaw {
		return ""
	}
	if _, fault := unescape(text, false); fault != nil {
		return fault.message
	}
	return ""
}

func (literals) IsBytes(token string) bool {
	value, _, _ := stringValue(token)
	_, isBytes := value.(ast.Bytes)
	return isBytes
}

func (literals) IsImaginary(token string) bool {
	value, _ := numberValue(token)
	_, isImaginary := value.(ast.Imaginary)
	return isImaginary
}
