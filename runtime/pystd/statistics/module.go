// Package statistics is Python's module statistics: averages and measures of
// spread, computed without loss.
// https://docs.python.org/3.13/library/statistics.html
package statistics

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

var statisticsError = define.Class("statistics", "StatisticsError", []any{py.ValueError}, nil)

// Module is the module statistics.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("statistics", "Basic statistics module.")
	m.Class(statisticsError)
	m.Class(normalClass)
	m.Set("LinearRegression", linearRegressionClass)
	for spec, fn := range map[string]any{
		"mean(data)": mean, "fmean(data, weights=None)": fmean, "geometric_mean(data)": geometricMean,
		"harmonic_mean(data, weights=None)": harmonicMean, "median(data)": median, "median_low(data)": medianLow,
		"median_high(data)": medianHigh, "mode(data)": mode, "multimode(data)": func(data any) any { return multimode(data) },
		"variance(data, xbar=None)": variance, "pvariance(data, mu=None)": pvariance,
		"stdev(data, xbar=None)": stdev, "pstdev(data, mu=None)": pstdev,
		"median_grouped(data, interval=1.0)":                 medianGrouped,
		"quantiles(data, *, n=4, method='exclusive')":        quantiles,
		"covariance(x, y, /)":                                covariance,
		"correlation(x, y, /, *, method='linear')":           correlation,
		"linear_regression(x, y, /, *, proportional=False)":  linearRegression,
		"kde(data, h, kernel='normal', *, cumulative=False)": kde,
		"kde_random(data, h, kernel='normal', *, seed=None)": kdeRandom,
	} {
		m.Func(spec, fn)
	}
	return m
})
