// Package progress tells on standard error how far a long run is: on a terminal
// a line that is written over, elsewhere a line now and then.
package progress

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gouji/gouji/rules"
)

// How often a terminal and a log are told.
const (
	often = 200 * time.Millisecond
	lines = 10 * time.Second
)

// Bar counts what is done. A nil Bar counts nothing.
type Bar struct {
	w        io.Writer
	what     rules.Words // "检查", "checking"
	lang     string
	total    int
	terminal bool
	done     atomic.Int64
	stop     chan struct{}
	ended    chan struct{}
	once     sync.Once
	shown    bool // a line stands on the terminal
}

// Start begins to tell of a run over total files. What it tells of is no result:
// the clock has no part in those.
func Start(w io.Writer, terminal bool, lang string, what rules.Words, total int) *Bar {
	b := &Bar{w: w, what: what, lang: lang, total: total, terminal: terminal, stop: make(chan struct{}), ended: make(chan struct{})}
	every := lines
	if terminal {
		every = often
	}
	go b.run(every)
	return b
}

func (b *Bar) run(every time.Duration) {
	defer close(b.ended)
	tick := time.NewTicker(every)
	defer tick.Stop()
	var begun time.Time
	for {
		select {
		case now := <-tick.C:
			if begun.IsZero() {
				begun = now.Add(-every)
			}
			b.tell(now.Sub(begun))
		case <-b.stop:
			if b.shown {
				fmt.Fprint(b.w, "\r\x1b[K")
			}
			return
		}
	}
}

// Add counts one file that is done.
func (b *Bar) Add() {
	if b != nil {
		b.done.Add(1)
	}
}

// Stop ends it and takes the line off the terminal. It may be called again.
func (b *Bar) Stop() {
	if b != nil {
		b.once.Do(func() { close(b.stop) })
		<-b.ended
	}
}

func (b *Bar) tell(elapsed time.Duration) {
	line := b.line(int(b.done.Load()), elapsed)
	if b.terminal {
		b.shown = true
		fmt.Fprint(b.w, "\r\x1b[K"+line)
		return
	}
	fmt.Fprintln(b.w, "gouji: "+line)
}

// line says how many are done, how fast, and how long the rest will take at
// that pace.
func (b *Bar) line(done int, elapsed time.Duration) string {
	words := fmt.Sprintf("%s %d/%d", b.what.In(b.lang), done, b.total)
	if b.terminal {
		words = drawn(done, b.total) + " " + words
	}
	seconds := elapsed.Seconds()
	if done == 0 || seconds == 0 {
		return words
	}
	rate := float64(done) / seconds
	left := time.Duration(float64(max(b.total-done, 0)) / rate * float64(time.Second)).Round(time.Second)
	if b.lang == "en" {
		return fmt.Sprintf("%s, %s a second, %s left", words, pace(rate), left)
	}
	return fmt.Sprintf("%s，每秒 %s 份，约剩 %s", words, pace(rate), left)
}

// pace is a rate with as many digits as mean something.
func pace(rate float64) string {
	if rate < 10 {
		return fmt.Sprintf("%.1f", rate)
	}
	return fmt.Sprintf("%.0f", rate)
}

// width is how many characters the bar has.
const width = 24

func drawn(done, total int) string {
	full := 0
	if total > 0 {
		full = min(done*width/total, width)
	}
	out := make([]rune, width)
	for i := range out {
		out[i] = '░'
		if i < full {
			out[i] = '█'
		}
	}
	return string(out)
}
