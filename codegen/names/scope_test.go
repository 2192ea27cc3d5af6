package names_test

import (
	"go/format"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/codegen/emit"
	"github.com/pyasync2go/pyasync2go/codegen/irtest"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

// TestAssign names programs whose names are Python's, or in each other's way.
func TestAssign(t *testing.T) {
	for _, test := range []struct{ name, before, after string }{
		{
			"words that Go reserves",
			`func close(len int, string int, max int) { g(len, string, max) }`,
			`func closeFunc(length, str, maxValue int) { g(length, str, maxValue) }`,
		},
		{
			"a variable hides what its function does not use",
			`func f(f int) { use(f) }
			func k(time int) { use(time) }
			func l() { use(time.Now()) }`,
			`func f(f int) { use(f) }
			func k(time int) { use(time) }
			func l() { use(time.Now()) }`,
		},
		{
			"and not what it uses",
			`func k(time int) { use(time, time2.Now()) }
			func use_it(total int) {
				if total > 0 {
					total_ := 1
					use(total, total_)
				}
				if total > 1 {
					total_ := 2
					use(total_)
				}
			}`,
			`func k(time int) { use(time, time2.Now()) }
			func useIt(total int) {
				if total > 0 {
					total2 := 1
					use(total, total2)
				}
				if total > 1 {
					total := 2
					use(total)
				}
			}`,
		},
		{
			"two packages of one name",
			`func k() {
				use(time.Now(), runtime.Sleep())
			}`,
			`func k() {
				use(time.Now(), runtime.Sleep())
			}`,
		},
		{
			"closures",
			`func k(ctx int) {
				use(ctx)
				g(func(ctx int) int { return use(ctx) })
				g(func(ctx_ int) int { return use(ctx, ctx_) })
			}`,
			`func k(ctx int) {
				use(ctx)
				g(func(ctx int) int { return use(ctx) })
				g(func(ctx2 int) int { return use(ctx, ctx2) })
			}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			prog := irtest.Read(t, test.before)
			text, _, err := emit.File(prog.Files[0], names.Assign(prog))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(squeeze(t, "package main\n"+test.after), squeeze(t, string(text))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// squeeze returns Go text without imports and layout.
func squeeze(t *testing.T, text string) string {
	t.Helper()
	if start := strings.Index(text, "import"); start >= 0 {
		end := strings.Index(text, "func")
		text = text[:start] + text[end:]
	}
	formatted, err := format.Source([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(formatted)), " ")
}
