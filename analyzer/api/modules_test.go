package api

import (
	"slices"
	"strings"
	"testing"
)

// TestModulesAreFresh compares the generated table with the runtime.
func TestModulesAreFresh(t *testing.T) {
	for dir, module := range runtimeModuleOf {
		at := slices.IndexFunc(runtimeModules, func(l Library) bool { return l.Package == runtimePath+dir })
		if at < 0 {
			t.Errorf("runtime/%s is not in modules_gen.go: run go generate ./analyzer/api", dir)
			continue
		}
		var want []string
		for _, name := range module().Names() {
			if name != "__name__" && name != "__doc__" {
				want = append(want, name)
			}
		}
		slices.Sort(want)
		if got := runtimeModules[at].Names(); !slices.Equal(got, want) {
			t.Errorf("modules_gen.go has other names for runtime/%s: run go generate ./analyzer/api\n got %s\nwant %s",
				dir, strings.Join(got, " "), strings.Join(want, " "))
		}
	}
}
