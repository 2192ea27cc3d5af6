package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type barrierState string

const (
	barrierFilling   barrierState = "filling"
	barrierDraining  barrierState = "draining"
	barrierResetting barrierState = "resetting"
	barrierBroken    barrierState = "broken"
)

// Barrier is asyncio.Barrier: tasks wait until a number of them have come.
type Barrier struct {
	py.Attributes
	cond    *Condition
	parties int
	state   barrierState
	count   int
}

// NewBarrier is asyncio.Barrier(parties). It raises ValueError when parties is
// less than 1.
func NewBarrier(parties int) *Barrier {
	b := &Barrier{}
	b.init(parties)
	return b
}

func (b *Barrier) init(parties int) {
	if parties < 1 {
		py.Raise(py.NewValueError("parties must be > 0"))
	}
	b.cond, b.parties, b.state = NewCondition(), parties, barrierFilling
}

// Parties is Barrier.parties.
func (b *Barrier) Parties() int { return b.parties }

// Waiting is Barrier.n_waiting: the number of tasks that wait at the moment.
func (b *Barrier) Waiting() int {
	if b.state == barrierFilling {
		return b.count
	}
	return 0
}

// Broken is Barrier.broken.
func (b *Barrier) Broken() bool { return b.state == barrierBroken }

// Wait is Barrier.wait(): it waits for the others and returns a number that no
// other of them gets. It raises BrokenBarrierError when the barrier is reset or
// aborted.
func (b *Barrier) Wait(ctx context.Context) (int, error) {
	var index int
	err := b.cond.With(ctx, func(ctx context.Context) error {
		if err := b.block(ctx); err != nil {
			return err
		}
		index = b.count
		b.count++
		err := b.pass(ctx, index)
		b.count--
		b.leave()
		return err
	})
	return index, err
}

// pass releases the barrier if this task is the last that it waits for, or
// waits for that.
func (b *Barrier) pass(ctx context.Context, index int) error {
	if index+1 == b.parties {
		b.state = barrierDraining
		b.cond.NotifyAll()
		return nil
	}
	err := b.cond.WaitFor(ctx, func() bool { return b.state != barrierFilling })
	if err != nil {
		return err
	}
	if b.state == barrierBroken || b.state == barrierResetting {
		return newError(BrokenBarrierError, []any{"Abort or reset of barrier"})
	}
	return nil
}

// block waits while the barrier drains or is reset.
func (b *Barrier) block(ctx context.Context) error {
	err := b.cond.WaitFor(ctx, func() bool {
		return b.state != barrierDraining && b.state != barrierResetting
	})
	if err != nil {
		return err
	}
	if b.state == barrierBroken {
		return newError(BrokenBarrierError, []any{"Barrier aborted"})
	}
	return nil
}

// leave lets those in that wait for the barrier to drain.
func (b *Barrier) leave() {
	if b.count > 0 {
		return
	}
	if b.state == barrierResetting || b.state == barrierDraining {
		b.state = barrierFilling
	}
	b.cond.NotifyAll()
}

// Reset is Barrier.reset(): those that wait get BrokenBarrierError.
func (b *Barrier) Reset(ctx context.Context) error {
	return b.cond.With(ctx, func(context.Context) error {
		if b.count == 0 {
			b.state = barrierFilling
		} else if b.state != barrierResetting {
			b.state = barrierResetting
		}
		b.cond.NotifyAll()
		return nil
	})
}

// Abort is Barrier.abort(): the barrier is of no use from now on.
func (b *Barrier) Abort(ctx context.Context) error {
	return b.cond.With(ctx, func(context.Context) error {
		b.state = barrierBroken
		b.cond.NotifyAll()
		return nil
	})
}
