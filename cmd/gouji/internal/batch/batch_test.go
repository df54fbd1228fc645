package batch

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func numbers(n int) []int {
	in := make([]int, n)
	for i := range in {
		in[i] = i
	}
	return in
}

func TestResultsComeInTheOrderOfTheInputs(t *testing.T) {
	t.Parallel()
	for _, jobs := range []int{0, 1, 3, 500} {
		var got []int
		err := Run(numbers(200), jobs, func(i int) int {
			if i%7 == 0 {
				time.Sleep(time.Millisecond) // the later ones are done first
			}
			return i
		}, func(i int) error { got = append(got, i); return nil })
		require.NoError(t, err)
		assert.Equal(t, numbers(200), got, "%d jobs", jobs)
	}
}

func TestNothingToDoEmitsNothing(t *testing.T) {
	t.Parallel()
	require.NoError(t, Run(nil, 4, func(int) int { panic("no input") }, func(int) error { panic("no result") }))
}

func TestAnErrorOfEmitEndsTheRun(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	var done atomic.Int32
	err := Run(numbers(10_000), 2, func(i int) int { done.Add(1); return i }, func(i int) error {
		if i == 3 {
			return full
		}
		return nil
	})
	require.ErrorIs(t, err, full)
	assert.Less(t, done.Load(), int32(100), "no work begins after it")
}

func TestASlowFirstInputHoldsBackABoundedNumberOfResults(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	var done atomic.Int32
	go func() {
		for last := int32(-1); last != done.Load(); time.Sleep(20 * time.Millisecond) {
			last = done.Load()
		}
		assert.LessOrEqual(t, done.Load(), int32(2*ahead+2))
		close(release)
	}()
	err := Run(numbers(1000), 2, func(i int) int {
		if i == 0 {
			<-release
		}
		done.Add(1)
		return i
	}, func(int) error { return nil })
	require.NoError(t, err)
	assert.Equal(t, int32(1000), done.Load())
}
