package names

import "strings"

// systems are the words that the go command reads as a build constraint at the
// end of a file name: operating systems and architectures.
var systems = set(`aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris
	wasip1 windows zos 386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm test`)

// FileName returns the name of the Go file for a Python module: one that the
// go command builds on every system, and not as a test.
func FileName(module string) string {
	name := strings.TrimLeft(module, "_.")
	if name == "" {
		name = "module"
	}
	if i := strings.LastIndexByte(name, '_'); i >= 0 && systems[name[i+1:]] {
		name += "_module"
	}
	return name + ".go"
}
