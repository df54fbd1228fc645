// Package batch runs one piece of work over many inputs at once and hands the
// results back in the order of the inputs.
package batch

import "sync"

// ahead is how many results may wait for an earlier one, for each worker. It
// bounds the memory of a run whose first file is slow.
const ahead = 4

// Run does work for every input, jobs at a time, and gives each result to emit
// as soon as all before it were given. emit runs in the caller's goroutine. An
// error of emit ends the run and is returned; no work begins after it.
func Run[In, Out any](inputs []In, jobs int, work func(In) Out, emit func(Out) error) error {
	type task struct {
		in  In
		out chan Out
	}
	jobs = max(min(jobs, len(inputs)), 1)
	tasks := make(chan task)
	waiting := make(chan chan Out, jobs*ahead)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range tasks {
				t.out <- work(t.in)
			}
		})
	}
	go func() {
		defer close(tasks)
		defer close(waiting)
		for _, in := range inputs {
			t := task{in, make(chan Out, 1)}
			select {
			case waiting <- t.out:
			case <-stop:
				return
			}
			tasks <- t // never blocks for good: the workers run until tasks is closed
		}
	}()
	// In this order: the dispatcher stops, then the workers run dry.
	defer workers.Wait()
	defer close(stop)
	for out := range waiting {
		if err := emit(<-out); err != nil {
			return err
		}
	}
	return nil
}
