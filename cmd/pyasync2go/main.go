// Command pyasync2go converts Python asyncio programs to Go.
package main

import (
	"os"

	"github.com/pyasync2go/pyasync2go/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{Out: os.Stdout, Err: os.Stderr}))
}
