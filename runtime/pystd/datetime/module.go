// Package datetime is Python's module datetime.
// https://docs.python.org/3.13/library/datetime.html
package datetime

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gregorian"
)

func init() {
	deltaClass = py.NewNativeClass("datetime", "timedelta", nil, defineDelta).NameInErrors("datetime.timedelta")
	dateClass = py.NewNativeClass("datetime", "date", nil, defineDate).NameInErrors("datetime.date")
	dateTimeClass = py.NewNativeClass("datetime", "datetime", []*py.Class{dateClass}, defineDateTime).
		NameInErrors("datetime.datetime")
	timeClass = py.NewNativeClass("datetime", "time", nil, defineTime).NameInErrors("datetime.time")
	ZoneClass = py.NewNativeClass("datetime", "tzinfo", nil, defineZone).NameInErrors("datetime.tzinfo")
	fixedZoneClass = py.NewNativeClass("datetime", "timezone", []*py.Class{ZoneClass}, defineFixedZone).
		NameInErrors("datetime.timezone")
}

// Module is the module datetime.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("datetime", "Fast implementation of the datetime type.")
	m.Set("MINYEAR", gregorian.MinYear).Set("MAXYEAR", gregorian.MaxYear).Set("UTC", UTC)
	for _, c := range []*py.Class{dateClass, dateTimeClass, timeClass, deltaClass, ZoneClass, fixedZoneClass} {
		m.Class(c)
	}
	return m
})
