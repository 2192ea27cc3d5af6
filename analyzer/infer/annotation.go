package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// annotation reads a type annotation; Any where it says nothing exact.
func (f *function) annotation(e ast.Expr) types.Type {
	switch e := e.(type) {
	case *ast.Name:
		if info := f.classOf(e); info != nil {
			return &types.Instance{Class: info.def}
		}
		if t := f.libraryAnnotation(e); t != nil {
			return t
		}
		if sym := f.mod.Scope.Uses[e]; sym != nil && sym.Scope != nil {
			return types.Any
		}
		switch e.Id {
		case "int":
			return integer{63}
		case "str":
			return types.Str
		case "bool":
			return types.Bool
		case "float":
			return types.Float
		case "bytes":
			return types.Bytes
		}
	case *ast.Attribute:
		if t := f.libraryAnnotation(e); t != nil {
			return t
		}
	case *ast.Subscript:
		return f.genericAnnotation(e)
	}
	return types.Any
}

// libraryAnnotation reads the name of a library class that has a Go type, such
// as asyncio.StreamReader; nil if it is none.
func (f *function) libraryAnnotation(e ast.Expr) types.Type {
	if name := f.libraryModule(e); api.IsPlain(name) {
		return &types.Library{Name: name}
	}
	return nil
}

func (f *function) genericAnnotation(e *ast.Subscript) types.Type {
	arg := func(e ast.Expr) *cell {
		c := newCell()
		c.annotated = f.annotation(e)
		return c
	}
	switch head := e.Value.(type) {
	case *ast.Name:
		switch head.Id {
		case "list", "List":
			return &types.List{Elem: arg(e.Slice)}
		case "set", "Set":
			return &types.Set{Elem: arg(e.Slice)}
		case "dict", "Dict":
			if t, ok := e.Slice.(*ast.Tuple); ok && len(t.Elts) == 2 {
				return &types.Dict{Key: arg(t.Elts[0]), Value: arg(t.Elts[1])}
			}
		}
	case *ast.Attribute:
		if f.libraryModule(head.Value) == "asyncio" && isQueue(head.Attr) {
			return &types.Library{Name: "asyncio." + head.Attr, Args: []types.Type{arg(e.Slice)}}
		}
	}
	return types.Any
}

func isQueue(name string) bool {
	return name == "Queue" || name == "LifoQueue" || name == "PriorityQueue"
}

// declare tells the elements of a container type what an annotation says of
// them, without taking anything to flow.
func (s *solver) declare(declared, t types.Type) {
	switch d := declared.(type) {
	case *types.List:
		if t, ok := known(t).(*types.List); ok {
			s.declareElem(d.Elem, t.Elem)
		}
	case *types.Set:
		if t, ok := known(t).(*types.Set); ok {
			s.declareElem(d.Elem, t.Elem)
		}
	case *types.Dict:
		if t, ok := known(t).(*types.Dict); ok {
			s.declareElem(d.Key, t.Key)
			s.declareElem(d.Value, t.Value)
		}
	case *types.Library:
		if t, ok := known(t).(*types.Library); ok && len(t.Args) == 1 && len(d.Args) == 1 {
			s.declareElem(d.Args[0], t.Args[0])
		}
	}
}

func (s *solver) declareElem(declared, elem types.Type) {
	d, ok := declared.(*cell)
	c, isCell := elem.(*cell)
	if !ok || !isCell {
		return
	}
	c = c.find()
	if c.annotated == nil && d.annotated != types.Any {
		c.annotated = d.annotated
		s.changed = true
	}
}
