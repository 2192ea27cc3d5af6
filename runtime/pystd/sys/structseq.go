package sys

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A field is a named item of a record.
type field struct {
	name  string
	value any
}

// record makes a value of one of the tuples with named items that sys has.
func record(name string, fields ...field) any {
	var made any
	class := py.NewNativeClass("sys", name, []*py.Class{py.TupleClass}, func(d *py.Definition) {
		for i, f := range fields {
			d.Getter(f.name, func(self any) any { return py.PayloadAs[py.Tuple](self)[i] })
		}
		d.Set("n_fields", len(fields))
		d.Set("n_sequence_fields", len(fields))
		d.Set("n_unnamed_fields", 0)
		d.Method("__repr__(self, /)", func(self any) any {
			var parts []string
			for i, v := range py.PayloadAs[py.Tuple](self) {
				parts = append(parts, fields[i].name+"="+py.Repr(v))
			}
			return "sys." + name + "(" + strings.Join(parts, ", ") + ")"
		})
	})
	values := make(py.Tuple, len(fields))
	for i, f := range fields {
		values[i] = f.value
	}
	object := py.NewObject(class)
	object.Native = values
	made = object
	return made
}

var versionInfo = record("version_info",
	field{"major", 3}, field{"minor", 13}, field{"micro", 0}, field{"releaselevel", "final"}, field{"serial", 0})

var floatInfo = record("float_info",
	field{"max", math.MaxFloat64}, field{"max_exp", 1024}, field{"max_10_exp", 308},
	field{"min", 2.2250738585072014e-308}, field{"min_exp", -1021}, field{"min_10_exp", -307},
	field{"dig", 15}, field{"mant_dig", 53}, field{"epsilon", 2.220446049250313e-16},
	field{"radix", 2}, field{"rounds", 1})

var intInfo = record("int_info",
	field{"bits_per_digit", 30}, field{"sizeof_digit", 4},
	field{"default_max_str_digits", 4300}, field{"str_digits_check_threshold", 640})

var hashInfo = record("hash_info",
	field{"width", 64}, field{"modulus", 1<<61 - 1}, field{"inf", 314159}, field{"nan", 0}, field{"imag", 1000003},
	field{"algorithm", "siphash13"}, field{"hash_bits", 64}, field{"seed_bits", 128}, field{"cutoff", 0})

var flags = record("flags",
	field{"debug", 0}, field{"inspect", 0}, field{"interactive", 0}, field{"optimize", 0},
	field{"dont_write_bytecode", 0}, field{"no_user_site", 0}, field{"no_site", 0},
	field{"ignore_environment", 0}, field{"verbose", 0}, field{"bytes_warning", 0}, field{"quiet", 0},
	field{"hash_randomization", 1}, field{"isolated", 0}, field{"dev_mode", false}, field{"utf8_mode", 0},
	field{"warn_default_encoding", 0}, field{"safe_path", false}, field{"int_max_str_digits", 4300})
