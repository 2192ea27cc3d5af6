package logginghandlers

import (
	"os"
	"slices"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

const day = 24 * 60 * 60

// A period is how often a log is rotated, and how its backups are named.
type period struct {
	seconds int
	suffix  string
	pattern string
}

var (
	daily   = period{day, "%Y-%m-%d", `(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)`}
	weekly  = period{7 * day, daily.suffix, daily.pattern}
	periods = map[string]period{
		"S":        {1, "%Y-%m-%d_%H-%M-%S", `(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(?!\d)`},
		"M":        {60, "%Y-%m-%d_%H-%M", `(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}(?!\d)`},
		"H":        {60 * 60, "%Y-%m-%d_%H", `(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}(?!\d)`},
		"D":        daily,
		"MIDNIGHT": daily,
	}
)

// periodOf is the period that the argument when names. It raises ValueError.
func periodOf(when string) period {
	if p, ok := periods[when]; ok {
		return p
	}
	switch {
	case !strings.HasPrefix(when, "W"):
		panic(exc.ValueError("Invalid rollover interval specified: %s", when))
	case len(when) != 2:
		panic(exc.ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s", when))
	case when[1] < '0' || when[1] > '6':
		panic(exc.ValueError("Invalid day specified for weekly rollover: %s", when))
	}
	return weekly
}

// defineByTime adds the methods of TimedRotatingFileHandler.
func defineByTime(b *define.Body) {
	b.Method("__init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, "+
		"atTime=None, errors=None)", initByTime)
	b.Method("computeRollover(self, currentTime)", func(self, now any) any { return nextRollover(self, now) })
	b.Method("shouldRollover(self, record)", func(self, _ any) any {
		now := int(time.Now().Unix())
		if py.Less(now, py.GetAttr(self, "rolloverAt")) {
			return false
		}
		if isDevice(self) {
			py.SetAttr(self, "rolloverAt", py.CallMethod(self, "computeRollover", now))
			return false
		}
		return true
	})
	b.Method("getFilesToDelete(self)", func(self any) any { return expiredBackups(self) })
	b.Method("doRollover(self)", func(self any) any {
		now := int(time.Now().Unix())
		start := clock(self, py.Sub(py.GetAttr(self, "rolloverAt"), py.GetAttr(self, "interval")))
		if then, current := start.IsDST(), time.Unix(int64(now), 0).IsDST(); then != current && !py.Truth(py.GetAttr(self, "utc")) {
			if current {
				start = start.Add(time.Hour)
			} else {
				start = start.Add(-time.Hour)
			}
		}
		suffix := logging.FormatTime(py.Str(py.GetAttr(self, "suffix")), start)
		dest := rotationName(self, baseFilename(self)+"."+suffix)
		if exists(dest) {
			return nil
		}
		closeStream(self)
		py.CallMethod(self, "rotate", baseFilename(self), dest)
		if py.Greater(py.GetAttr(self, "backupCount"), 0) {
			for path := range py.Iter(py.CallMethod(self, "getFilesToDelete")) {
				remove(py.As[string](path))
			}
		}
		if !py.Truth(py.GetAttr(self, "delay")) {
			openStream(self)
		}
		py.SetAttr(self, "rolloverAt", py.CallMethod(self, "computeRollover", now))
		return nil
	})
}

func initByTime(args []any) any {
	self, when, interval, backups, utc, atTime := args[0], args[2], args[3], args[4], args[7], args[8]
	inherited("FileHandler", "__init__", self, args[1], "a", args[5], args[6], args[9])
	name := py.As[string](py.CallMethod(when, "upper"))
	py.SetAttr(self, "when", name)
	py.SetAttr(self, "backupCount", backups)
	py.SetAttr(self, "utc", utc)
	py.SetAttr(self, "atTime", atTime)
	p := periodOf(name)
	if name[0] == 'W' {
		py.SetAttr(self, "dayOfWeek", int(name[1]-'0'))
	}
	py.SetAttr(self, "suffix", p.suffix)
	py.SetAttr(self, "extMatch", py.Call(re.Module().Attr("compile"), p.pattern, re.Module().Attr("ASCII")))
	py.SetAttr(self, "interval", py.Mul(p.seconds, interval))
	from := time.Now()
	if info, err := os.Stat(baseFilename(self)); err == nil {
		from = info.ModTime()
	}
	py.SetAttr(self, "rolloverAt", py.CallMethod(self, "computeRollover", int(from.Unix())))
	return nil
}

// clock is the time that the handler's clock, local or UTC, shows at a number of
// seconds since the epoch.
func clock(self, seconds any) time.Time {
	t := time.Unix(int64(py.Float(seconds)), 0)
	if py.Truth(py.GetAttr(self, "utc")) {
		return t.UTC()
	}
	return t
}

// nextRollover is computeRollover: when the log that is written to at now is
// rotated.
func nextRollover(self, now any) any {
	interval, when := py.GetAttr(self, "interval"), py.As[string](py.GetAttr(self, "when"))
	weekly := strings.HasPrefix(when, "W")
	if when != "MIDNIGHT" && !weekly {
		return py.Add(now, interval)
	}
	t := clock(self, now)
	weekday := (int(t.Weekday()) + 6) % 7
	wait := secondOfRotation(self) - ((t.Hour()*60+t.Minute())*60 + t.Second())
	if wait <= 0 {
		wait += day
		weekday = (weekday + 1) % 7
	}
	unit := day
	if weekly {
		wait += (py.As[int](py.GetAttr(self, "dayOfWeek")) - weekday + 7) % 7 * day
		unit *= 7
	}
	result := py.Add(py.Add(now, wait), py.Sub(interval, unit))
	if !py.Truth(py.GetAttr(self, "utc")) {
		switch at := clock(self, result); {
		case at.IsDST() && !t.IsDST() && at.Add(-time.Hour).IsDST():
			result = py.Sub(result, 3600)
		case !at.IsDST() && t.IsDST():
			result = py.Add(result, 3600)
		}
	}
	return result
}

// secondOfRotation is the second of the day at which a log is rotated.
func secondOfRotation(self any) int {
	at := py.GetAttr(self, "atTime")
	if at == nil {
		return day
	}
	part := func(name string) int { return py.As[int](py.GetAttr(at, name)) }
	return (part("hour")*60+part("minute"))*60 + part("second")
}

// expiredBackups is getFilesToDelete: the oldest backups beyond those to keep.
func expiredBackups(self any) any {
	dir, name := ospath.Split(baseFilename(self))
	entries, err := os.ReadDir(dir)
	if err != nil {
		ospath.Fail(err, dir)
	}
	namer, pattern := py.GetAttr(self, "namer"), py.GetAttr(self, "extMatch")
	var found []string
	for _, entry := range entries {
		suffix, isBackup := strings.CutPrefix(entry.Name(), name+".")
		if namer == nil {
			isBackup = isBackup && py.CallMethod(pattern, "fullmatch", suffix) != nil
		} else {
			isBackup = isNamedBackup(self, namer, pattern, entry.Name())
		}
		if isBackup {
			found = append(found, ospath.Join(dir, entry.Name()))
		}
	}
	slices.Sort(found)
	keep := py.As[int](py.GetAttr(self, "backupCount"))
	expired := py.ListOf[any]()
	for _, path := range found[:max(0, len(found)-keep)] {
		expired.Append(path)
	}
	return expired
}

// isNamedBackup tells whether the program's namer gives a backup that name.
func isNamedBackup(self, namer, pattern any, name string) bool {
	match := py.CallMethod(pattern, "search", name)
	for match != nil {
		path := py.Call(namer, baseFilename(self)+"."+py.As[string](py.GetItem(match, 0)))
		if ospath.Base(py.As[string](path)) == name {
			return true
		}
		match = py.CallMethod(pattern, "search", name, py.Add(py.CallMethod(match, "start"), 1))
	}
	return false
}
