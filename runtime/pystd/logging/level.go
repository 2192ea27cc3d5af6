package logging

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The levels of the module.
const (
	critical   = 50
	errorLevel = 40
	warning    = 30
	info       = 20
	debug      = 10
	notSet     = 0
)

// The levels by number and by name, in the order in which programs see them.
var (
	levelNames = map[int]string{
		critical: "CRITICAL", errorLevel: "ERROR", warning: "WARNING", info: "INFO", debug: "DEBUG", notSet: "NOTSET",
	}
	levelsByName = py.DictOf[string, int]("CRITICAL", critical, "FATAL", critical, "ERROR", errorLevel, "WARN", warning,
		"WARNING", warning, "INFO", info, "DEBUG", debug, "NOTSET", notSet)
)

// CheckLevel converts a level to a number. It raises ValueError and TypeError.
func CheckLevel(level any) int {
	switch l := py.Payload(level).(type) {
	case int:
		return l
	case bool:
		return py.As[int](py.Int(l))
	case string:
		if n, ok := levelsByName.Lookup(l); ok {
			return n
		}
		panic(exc.ValueError("Unknown level: %s", py.Repr(level)))
	}
	panic(exc.TypeError("Level not an integer or a valid string: %s", py.Repr(level)))
}

// levelName is the name of a level.
func levelName(level int) string {
	if name, ok := levelNames[level]; ok {
		return name
	}
	return "Level " + strconv.Itoa(level)
}

func addLevels(m *py.Module) {
	for name, level := range levelsByName.All() {
		m.Set(name, level)
	}
	m.Func("getLevelName(level)", func(level any) any {
		if s, ok := level.(string); ok {
			if n, ok := levelsByName.Lookup(s); ok {
				return n
			}
			return "Level " + s
		}
		if n, ok := py.Payload(level).(int); ok {
			return levelName(n)
		}
		return "Level " + py.Str(level)
	})
	m.Func("addLevelName(level, levelName)", func(level, name any) any {
		levelNames[py.As[int](level)] = py.Str(name)
		levelsByName.Set(py.Str(name), py.As[int](level))
		return nil
	})
	m.Func("getLevelNamesMapping()", func() any {
		d := py.DictOf[any, any]()
		for name, level := range levelsByName.All() {
			d.Set(name, level)
		}
		return d
	})
}
