//go:build !linux

package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// selector is not available on this system: the loop has no file descriptors.
type selector struct{ fds map[int]*watchedFD }

type watchedFD struct{ reader, writer *Handle }

func newSelector() (*selector, error) {
	return nil, py.NewNotImplementedError("waiting for file descriptors is implemented on Linux only")
}

func (s *selector) active() bool { return false }

func (s *selector) rouse() bool { return false }

func (s *selector) close() {}

func (s *selector) update(int, *watchedFD, bool) error { return nil }

func (s *selector) watch(int) (*watchedFD, bool) { return &watchedFD{}, true }

func (s *selector) wait(*Loop, float64) {}
