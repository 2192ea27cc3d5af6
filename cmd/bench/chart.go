package main

import (
	"fmt"
	"math"
	"os"
	"strings"
)

// The measures of the chart, in pixels.
const (
	labelWidth = 130
	plotWidth  = 520
	rowHeight  = 30
	barHeight  = 10
	topMargin  = 46
)

// The scale of the chart is logarithmic, from a thousandth of CPython's time to ten times it.
const (
	lowest  = -3.0
	highest = 1.0
)

// barColors are the colours of the expert's bars and of the converted programs'.
var barColors = [ways]string{expert: "#8b98a9", converted: "#00add8"}

// writeChart writes the chart.
func (r *Results) writeChart(name string) error {
	return os.WriteFile(name, []byte(r.svg()), 0o644)
}

// svg draws, for each program that CPython ran too, the time of the expert's Go
// and of the converted program as parts of CPython's.
func (r *Results) svg() string {
	var rows []*Row
	for _, row := range r.Rows {
		if row.faster() > 0 {
			rows = append(rows, row)
		}
	}
	var b strings.Builder
	height := topMargin + rowHeight*len(rows) + 10
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="11">`+"\n",
		labelWidth+plotWidth+60, height)
	b.WriteString(`<rect width="100%" height="100%" fill="white"/>` + "\n")
	text(&b, labelWidth, 14, "start", "time as a part of CPython's, logarithmic; shorter is faster")
	for i, way := range []int{expert, converted} {
		fmt.Fprintf(&b, `<rect x="%d" y="5" width="10" height="10" fill="%s"/>`+"\n", labelWidth+380+i*80, barColors[way])
		text(&b, labelWidth+394+i*80, 14, "start", wayNames[way])
	}
	for exponent := lowest; exponent <= highest; exponent++ {
		x := labelWidth + width(math.Pow(10, exponent))
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="%s"/>`+"\n",
			x, x, topMargin-8, height-8, map[bool]string{true: "#c0392b", false: "#dddddd"}[exponent == 0])
		text(&b, int(x), topMargin-12, "middle", fmt.Sprintf("%gx", math.Pow(10, exponent)))
	}
	for i, row := range rows {
		y := topMargin + i*rowHeight
		text(&b, labelWidth-8, y+14, "end", row.Name)
		for j, way := range []int{expert, converted} {
			part := row.Ways[way].WallMS / row.Ways[cpython].WallMS
			top := y + j*(barHeight+1)
			fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n",
				labelWidth, top, width(part), barHeight, barColors[way])
			text(&b, labelWidth+int(width(part))+4, top+barHeight-1, "start", fmt.Sprintf("%.3g", part))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// width returns the length of the bar of a part of CPython's time.
func width(part float64) float64 {
	exponent := min(max(math.Log10(part), lowest), highest)
	return plotWidth * (exponent - lowest) / (highest - lowest)
}

// text draws a line of text.
func text(b *strings.Builder, x, y int, anchor, s string) {
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="%s">%s</text>`+"\n", x, y, anchor, s)
}
