// Package gregorian counts the days of the Gregorian calendar, extended to the
// years before it was in use, as Python's modules datetime, time and calendar
// do. Months and days of the month begin with 1; weekdays are 0 for Monday.
package gregorian

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The years that datetime has.
const (
	MinYear    = 1
	MaxYear    = 9999
	MaxOrdinal = 3652059 // of 9999-12-31
)

const (
	daysIn4Years   = 4*365 + 1
	daysIn100Years = 25*daysIn4Years - 1
	daysIn400Years = 4*daysIn100Years + 1
)

var daysBefore = [...]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

// IsLeap tells whether a year is a leap year.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of a month.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// DaysBeforeMonth is the number of days of the year before the month.
func DaysBeforeMonth(year, month int) int {
	if month > 2 && IsLeap(year) {
		return daysBefore[month] + 1
	}
	return daysBefore[month]
}

// DaysBeforeYear is the number of days before January 1 of the year since
// January 1 of year 1.
func DaysBeforeYear(year int) int {
	y := year - 1
	return y*365 + py.FloorDivInt(y, 4) - py.FloorDivInt(y, 100) + py.FloorDivInt(y, 400)
}

// Ordinal is the number of the day: 1 for January 1 of year 1.
func Ordinal(year, month, day int) int {
	return DaysBeforeYear(year) + DaysBeforeMonth(year, month) + day
}

// FromOrdinal is the date of the day with a number.
func FromOrdinal(ordinal int) (year, month, day int) {
	n := ordinal - 1
	era := py.FloorDivInt(n, daysIn400Years)
	n -= era * daysIn400Years
	// The last day of the longer periods would begin another of the shorter.
	centuries := min(n/daysIn100Years, 3)
	n -= centuries * daysIn100Years
	fours := n / daysIn4Years
	n -= fours * daysIn4Years
	years := min(n/365, 3)
	n -= years * 365
	year = era*400 + centuries*100 + fours*4 + years + 1
	month = 12
	for DaysBeforeMonth(year, month) > n {
		month--
	}
	return year, month, n - DaysBeforeMonth(year, month) + 1
}

// Weekday is the day of the week, 0 for Monday.
func Weekday(year, month, day int) int {
	return py.ModInt(Ordinal(year, month, day)+6, 7)
}

// FirstISOMonday is the ordinal of the Monday that begins the first ISO week
// of a year: the week that has its first Thursday.
func FirstISOMonday(year int) int {
	first := Ordinal(year, 1, 1)
	weekday := py.ModInt(first+6, 7)
	monday := first - weekday
	if weekday > 3 {
		monday += 7
	}
	return monday
}

// ISO is the ISO year, week and weekday (1 for Monday) of a date.
func ISO(year, month, day int) (isoYear, week, weekday int) {
	ordinal := Ordinal(year, month, day)
	isoYear = year
	switch monday := FirstISOMonday(year); {
	case ordinal < monday:
		isoYear--
	case ordinal >= FirstISOMonday(year+1):
		isoYear++
	}
	days := ordinal - FirstISOMonday(isoYear)
	return isoYear, days/7 + 1, days%7 + 1
}

// WeeksIn is the number of ISO weeks of a year.
func WeeksIn(year int) int { return (FirstISOMonday(year+1) - FirstISOMonday(year)) / 7 }

// Check raises ValueError for what is no date that datetime has.
func Check(year, month, day int) {
	switch {
	case year < MinYear || year > MaxYear:
		panic(exc.ValueError("year %d is out of range", year))
	case month < 1 || month > 12:
		panic(exc.ValueError("month must be in 1..12"))
	case day < 1 || day > DaysIn(year, month):
		panic(exc.ValueError("day is out of range for month"))
	}
}

// FromISO is the date of an ISO year, week and weekday. It raises ValueError.
func FromISO(year, week, weekday int) (y, m, d int) {
	switch {
	case year < MinYear || year > MaxYear:
		panic(exc.ValueError("Year is out of range: %d", year))
	case week < 1 || week > WeeksIn(year):
		panic(exc.ValueError("Invalid week: %d", week))
	case weekday < 1 || weekday > 7:
		panic(exc.ValueError("Invalid day: %d (range is [1, 7])", weekday))
	}
	return FromOrdinal(FirstISOMonday(year) + (week-1)*7 + weekday - 1)
}
