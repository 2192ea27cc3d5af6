// Package loggingconfig is dictConfig of Python's module logging.config.
// fileConfig, whose files hold Python expressions, is absent.
// https://docs.python.org/3.13/library/logging.config.html
package loggingconfig

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module logging.config.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("logging.config", "Configuration functions for the logging package for Python.")
	m.Func("dictConfig(config)", func(config any) any {
		c := &configurator{config: newSection(nil, config)}
		c.config.owner = c
		c.configure()
		return nil
	})
	return m
})
