package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// subprocessModule knows the constants of subprocess.
var subprocessModule = Module{Name: "subprocess", Constants: []Constant{
	{Name: "PIPE", Type: types.Int},
	{Name: "STDOUT", Type: types.Int},
	{Name: "DEVNULL", Type: types.Int},
}}
