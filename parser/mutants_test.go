package parser

import (
	"encoding/json"
	"flag"
	"io"
	"os/exec"
	"strconv"
	"testing"
)

var (
	mutants     = flag.Int("mutants", 400, "how many `sources` TestMutants spoils")
	mutantsSeed = flag.Int("mutants-seed", 1, "the `seed` of TestMutants")
)

// TestMutants spoils sources of the corpus and of CPython's library, a few tokens
// each, and holds our verdicts against those that CPython gives now.
func TestMutants(t *testing.T) {
	stdlib(t)
	command := exec.Command("python3.13", "testdata/mutants.py", strconv.Itoa(*mutantsSeed), strconv.Itoa(*mutants), "testdata/syntax_corpus.json.gz")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	var n counts
	for decoder := json.NewDecoder(out); ; {
		var c corpusCase
		if err := decoder.Decode(&c); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		n.hold(t, c)
	}
	if err := command.Wait(); err != nil {
		t.Fatal(err)
	}
	t.Log(n)
}
