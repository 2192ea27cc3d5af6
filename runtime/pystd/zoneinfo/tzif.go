package zoneinfo

import (
	"encoding/binary"
	"sort"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A period is a stretch of time in which a zone has one offset, in seconds.
type period struct {
	offset, summer int
	name           string
}

// A zone is the data of a TZif file: when the offset changes, and the rule for
// the time after that.
type zone struct {
	changes []int    // seconds since the epoch, UTC
	wall    [2][]int // the same on the zone's clocks, for fold 0 and 1
	periods []period // from each change on
	before  *period  // before the first
	after   *period  // after the last, unless there is a rule
	rule    *rule
	fixed   bool // there is one offset for all time
}

// header is the header of a TZif file.
type header struct {
	version                                               byte
	isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt int
}

const headerSize = 44

func invalid() *zone { panic(exc.ValueError("Invalid TZif file: magic not found")) }

func readHeader(data []byte) (h header) {
	if len(data) < headerSize || string(data[:4]) != "TZif" {
		invalid()
	}
	h.version = data[4]
	for i, field := range []*int{&h.isutcnt, &h.isstdcnt, &h.leapcnt, &h.timecnt, &h.typecnt, &h.charcnt} {
		*field = int(int32(binary.BigEndian.Uint32(data[20+4*i:])))
	}
	return h
}

// size is the number of bytes of the data that the header tells of.
func (h header) size(timeSize int) int {
	return h.timecnt*(timeSize+1) + h.typecnt*6 + h.charcnt + h.leapcnt*(timeSize+4) + h.isstdcnt + h.isutcnt
}

// parse reads a TZif file (RFC 8536). It raises ValueError.
func parse(data []byte) *zone {
	h := readHeader(data)
	data = data[headerSize:]
	timeSize := 4
	if h.version != 0 {
		// A block for readers of version 1 comes first.
		if h.size(timeSize) > len(data) {
			invalid()
		}
		data = data[h.size(timeSize):]
		h = readHeader(data)
		data = data[headerSize:]
		timeSize = 8
	}
	for _, n := range []int{h.isutcnt, h.isstdcnt, h.leapcnt, h.timecnt, h.typecnt, h.charcnt} {
		if n < 0 {
			invalid()
		}
	}
	if h.size(timeSize) > len(data) {
		invalid()
	}
	z := &zone{}
	for i := range h.timecnt {
		if timeSize == 4 {
			z.changes = append(z.changes, int(int32(binary.BigEndian.Uint32(data[4*i:]))))
		} else {
			z.changes = append(z.changes, int(int64(binary.BigEndian.Uint64(data[8*i:]))))
		}
	}
	indexes := data[h.timecnt*timeSize:][:h.timecnt]
	types := data[h.timecnt*(timeSize+1):]
	names := types[h.typecnt*6:][:h.charcnt]
	all := make([]period, h.typecnt)
	summer := make([]bool, h.typecnt)
	for i := range all {
		record := types[6*i:]
		all[i].offset = int(int32(binary.BigEndian.Uint32(record)))
		summer[i] = record[4] != 0
		if at := int(record[5]); at < len(names) {
			all[i].name, _, _ = strings.Cut(string(names[at:]), "\x00")
		}
	}
	for _, i := range indexes {
		if int(i) >= len(all) {
			invalid()
		}
	}
	footer := ""
	if h.version != 0 {
		footer, _, _ = strings.Cut(strings.TrimPrefix(string(data[h.size(timeSize):]), "\n"), "\n")
	}
	z.complete(indexes, all, summer, footer)
	return z
}

// complete works out what the file does not say.
func (z *zone) complete(indexes []byte, all []period, summer []bool, footer string) {
	inferSummer(indexes, all, summer)
	for _, i := range indexes {
		z.periods = append(z.periods, all[i])
	}
	z.toWall(indexes, all)
	for i := range all {
		if !summer[i] {
			z.before = &all[i]
			break
		}
	}
	if z.before == nil && len(z.periods) > 0 {
		z.before = &z.periods[0]
	}
	switch {
	case footer != "":
		z.after, z.rule = parseRule(footer)
	case len(all) == 0:
		panic(exc.ValueError("No time zone information found."))
	case len(z.periods) > 0:
		z.after = &z.periods[len(z.periods)-1]
	default:
		z.after = &all[len(all)-1]
	}
	z.fixed = z.rule == nil && (len(all) == 0 || len(all) == 1 && all[0] == *z.after)
}

// inferSummer finds by how much the clocks are ahead in summer time, which the
// file does not say: compared with the periods before or after.
func inferSummer(indexes []byte, all []period, summer []bool) {
	wanted := 0
	for _, s := range summer {
		if s {
			wanted++
		}
	}
	for i := 1; i < len(indexes); i++ {
		if wanted == 0 {
			return
		}
		at := indexes[i]
		p := &all[at]
		if !summer[at] || p.summer != 0 {
			continue
		}
		ahead := 0
		if last := indexes[i-1]; !summer[last] {
			ahead = p.offset - all[last].offset
		}
		if ahead == 0 && int(at) < len(all)-1 && i+1 < len(indexes) {
			next := indexes[i+1]
			if summer[next] {
				continue
			}
			ahead = p.offset - all[next].offset
		}
		if ahead != 0 {
			wanted--
			p.summer = ahead
		}
	}
	if wanted == 0 {
		return
	}
	for i := range all {
		if summer[i] && all[i].summer == 0 {
			all[i].summer = 3600
		}
	}
}

// toWall finds what the clocks show at each change: with fold 0 after the later
// of the two offsets, with fold 1 after the earlier.
func (z *zone) toWall(indexes []byte, all []period) {
	for i, at := range z.changes {
		before, after := all[0].offset, all[indexes[i]].offset
		if i > 0 {
			before = all[indexes[i-1]].offset
		} else if len(all) == 1 {
			after = before
		}
		z.wall[0] = append(z.wall[0], at+max(before, after))
		z.wall[1] = append(z.wall[1], at+min(before, after))
	}
}

// lastBefore is the index of the last of times that is not after t, -1 if none.
func lastBefore(times []int, t int) int {
	return sort.SearchInts(times, t+1) - 1
}

// atWall is the period when the zone's clocks show a time.
func (z *zone) atWall(seconds, year, fold int) *period {
	times := z.wall[fold]
	switch {
	case len(times) > 0 && seconds < times[0]:
		return z.before
	case len(times) == 0 || seconds > times[len(times)-1]:
		if z.rule != nil {
			return z.rule.atWall(seconds, year, fold)
		}
		return z.after
	}
	return &z.periods[lastBefore(times, seconds)]
}

// atUTC is the period at a time in UTC, and the fold of the time that clocks
// then show.
func (z *zone) atUTC(seconds, year int) (*period, int) {
	n := len(z.changes)
	switch {
	case n > 0 && seconds < z.changes[0]:
		return z.before, 0
	case z.rule != nil && (n == 0 || seconds > z.changes[n-1]):
		return z.rule.atUTC(seconds, year)
	case n == 0:
		return z.after, 0
	}
	i := lastBefore(z.changes, seconds)
	now, last := &z.periods[i], z.before
	if i > 0 {
		last = &z.periods[i-1]
	}
	if n == 1 && seconds > z.changes[0] {
		now, last = z.after, &z.periods[0]
	}
	if last.offset-now.offset > seconds-z.changes[i] {
		return now, 1
	}
	return now, 0
}
