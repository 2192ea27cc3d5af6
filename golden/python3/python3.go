// Package python3 finds the interpreter that says what is right.
package python3

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
)

// Command is the name of the interpreter on the path.
const Command = "python3.13"

// Find returns the path of the interpreter that a command runs. What is on the
// path may be a script that looks for it, which takes longer than the interpreter
// takes to start, and finds none where none is chosen: that is an error, too.
func Find(ctx context.Context, command string) (string, error) {
	out, err := exec.CommandContext(ctx, command, "-c", "import sys; print(sys.executable)").Output()
	if err != nil {
		return "", fmt.Errorf("%s does not run: %w", command, err)
	}
	return strings.TrimSpace(string(out)), nil
}
