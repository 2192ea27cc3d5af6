package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// A measurer runs programs, each way in turn.
type measurer struct {
	ctx    context.Context
	rounds int
}

// samples are the runs of one way.
type samples struct {
	wall, cpu []time.Duration
	peak      int64 // bytes
}

// measure runs a program its rounds and returns its row. A first round is not
// timed: it warms the caches, and tells the peaks of memory.
func (m *measurer) measure(p *program) (*Row, error) {
	var taken [ways]samples
	var want []byte
	for round := range m.rounds + 1 {
		for way, args := range p.ways {
			if args == nil {
				continue
			}
			s := &taken[way]
			out, err := s.run(m.ctx, args, round == 0)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", p.name, wayNames[way], err)
			}
			if want == nil {
				want = out
			}
			if !bytes.Equal(out, want) {
				return nil, fmt.Errorf("%s, %s: prints %q, not %q", p.name, wayNames[way], out, want)
			}
		}
	}
	row := &Row{Name: p.name, BinaryMB: megabytes(p.size)}
	for way := range p.ways {
		if s := taken[way]; s.wall != nil {
			row.Ways[way] = &Figures{
				WallMS: milliseconds(median(s.wall)),
				CPUMS:  milliseconds(median(s.cpu)),
				PeakMB: megabytes(s.peak),
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%s\n", row.progress())
	return row, nil
}

// run runs a program once, returns what it prints, and adds the run to the
// samples: its times, or its peak of memory.
func (s *samples) run(ctx context.Context, args []string, memory bool) ([]byte, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if memory {
		peak, err := peakMemory(cmd)
		if err != nil {
			return nil, fmt.Errorf("%w\n%s", err, &stderr)
		}
		s.peak = peak
		return stdout.Bytes(), nil
	}
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, &stderr)
	}
	s.wall = append(s.wall, time.Since(begin))
	s.cpu = append(s.cpu, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	return stdout.Bytes(), nil
}

// median returns the middle of the values, the lower one of two.
func median(values []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}

func milliseconds(d time.Duration) float64 { return round(float64(d)/float64(time.Millisecond), 2) }
func megabytes(n int64) float64            { return round(float64(n)/1e6, 2) }
