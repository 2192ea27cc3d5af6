package executor

import "testing"

// TestThreads counts the threads of a pool while it is open.
func TestThreads(t *testing.T) {
	before := len(Threads())
	p := NewPool(2, "counted")
	done := make(chan struct{})
	if err := p.Run(func() { close(done) }); err != nil {
		t.Fatal(err)
	}
	<-done
	all := Threads()
	if len(all) != before+1 || ThreadName(all[before]) != "counted_0" {
		t.Errorf("%d threads, were %d", len(all), before)
	}
	p.Shutdown(false, false)
	p.Join()
	if n := len(Threads()); n != before {
		t.Errorf("%d threads are left of %d", n, before)
	}
}
