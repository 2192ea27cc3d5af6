package parser

import "github.com/pyasync2go/pyasync2go/parser/ast"

// comments returns the comments of the file.
func (r *run) comments() []ast.Comment {
	if len(r.scanned.Comments) == 0 {
		return nil
	}
	text := r.file.Text
	list := make([]ast.Comment, len(r.scanned.Comments))
	for i, at := range r.scanned.Comments {
		list[i] = ast.Comment{Range: at, Text: text[at.Start:at.End], OwnLine: startsLine(text, int(at.Start))}
	}
	return list
}

// startsLine reports whether only blanks stand before pos on its line.
func startsLine(text string, pos int) bool {
	for pos > 0 {
		pos--
		switch text[pos] {
		case '\n':
			return true
		case ' ', '\t', '\f':
		default:
			return false
		}
	}
	return true
}

// typeIgnores returns the "# type: ignore" comments of the file.
func (r *run) typeIgnores() []*ast.TypeIgnore {
	var list []*ast.TypeIgnore
	for _, tag := range r.scanned.TypeIgnores {
		line, _ := r.file.Position(tag.Start)
		list = append(list, &ast.TypeIgnore{Base: ast.Base{Range: tag}, Lineno: line, Tag: r.file.Slice(tag)})
	}
	return list
}
