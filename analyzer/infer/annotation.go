package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// annotation reads a type annotation; Any where it says nothing exact.
func (f *function) annotation(e ast.Expr) types.Type {
	if f.mocks {
		return types.Any
	}
	switch e := e.(type) {
	case *ast.Constant:
		switch text := e.Value.(type) {
		case nil:
			return types.None
		case string:
			inner, diags := parser.ParseExpression(source.New("annotation", []byte(text)))
			if len(diags) == 0 && inner != nil {
				return f.annotation(inner)
			}
		}
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			return f.optionalAnnotation(f.annotation(e.Left), f.annotation(e.Right))
		}
	case *ast.Name:
		sym := f.annotationSymbol(e)
		if sym != nil && len(sym.Bindings) == 1 {
			if def, ok := sym.Bindings[0].(*ast.ClassDef); ok && f.classes[def] != nil {
				return f.instance(def)
			}
		}
		if t := f.libraryAnnotation(e); t != nil {
			return t
		}
		if f.aliasOf[sym] != nil {
			return f.namedType(sym)
		}
		if sym != nil && sym.Scope != nil {
			return types.Any
		}
		switch e.Id {
		case "int":
			return integer{bits: 63}
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
		c := f.newCell()
		c.annotated = f.annotation(e)
		return c
	}
	switch head := e.Value.(type) {
	case *ast.Name:
		switch head.Id {
		case "Optional":
			return f.optionalAnnotation(f.annotation(e.Slice), types.None)
		case "Final", "ClassVar", "Annotated":
			if t, ok := e.Slice.(*ast.Tuple); ok && len(t.Elts) > 0 {
				return f.annotation(t.Elts[0])
			}
			return f.annotation(e.Slice)
		case "list", "List":
			return &types.List{Elem: arg(e.Slice)}
		case "set", "Set":
			return &types.Set{Elem: arg(e.Slice)}
		case "dict", "Dict", "defaultdict", "DefaultDict":
			if t, ok := e.Slice.(*ast.Tuple); ok && len(t.Elts) == 2 {
				return &types.Dict{Key: arg(t.Elts[0]), Value: arg(t.Elts[1])}
			}
		}
	case *ast.Attribute:
		if name := f.libraryModule(head); api.IsGeneric(name) {
			return &types.Library{Name: name, Args: []types.Type{arg(e.Slice)}}
		}
	}
	return types.Any
}

// optionalAnnotation is the type of a union where one side is None.
func (f *function) optionalAnnotation(a, b types.Type) types.Type {
	if a == types.None {
		a, b = b, a
	}
	if b != types.None || a == types.Any {
		return types.Any
	}
	return f.optional(a)
}

// annotationSymbol is what a name in an annotation means; the names of a string
// annotation are those of the module.
func (f *function) annotationSymbol(e *ast.Name) *scope.Symbol {
	if sym := f.mod.Scope.Uses[e]; sym != nil {
		return sym
	}
	return f.mod.Scope.Module.Symbols[e.Id]
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
		s.grown()
	}
}
