package effect_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/effect"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

func TestBlocking(t *testing.T) {
	file := source.New("test.py", []byte(`
import asyncio, time
import urllib.request
from time import sleep as nap

def load():
    return helper()

def helper():
    time.sleep(1)

def loop():
    loop()

async def main():
    time.sleep(1)
    nap(2)
    load()
    loop()
    await asyncio.to_thread(load)
    urllib.request.urlopen("http://x")
    def inner():
        time.sleep(3)
    lambda: time.sleep(4)
    inner()
`))
	m, diags := parser.Parse(file)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var got []string
	for _, d := range effect.Blocking([]*effect.Module{{File: file, AST: m, Scope: scope.Build(m)}}).Sorted() {
		line, _ := d.Position()
		got = append(got, fmt.Sprintf("%d: %s (%s)", line, d.Message, d.Hint))
	}
	want := []string{
		"16: time.sleep blocks the event loop (await asyncio.sleep instead)",
		"17: time.sleep blocks the event loop (await asyncio.sleep instead)",
		"18: load blocks the event loop: it calls time.sleep (await asyncio.to_thread(load, ...) instead)",
		"21: urllib.request.urlopen blocks the event loop (await asyncio.to_thread(urlopen, ...) instead)",
		"25: inner blocks the event loop: it calls time.sleep (await asyncio.to_thread(inner, ...) instead)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
