package main

import (
	"os"
	"runtime/debug"
)

// tune trades memory that nobody misses for time: a run keeps a few MB alive
// and throws away half a MB for each report, so that the collector's default
// makes it run for every few of them. At 400 % a thousand reports take a third
// less time and the heap stays below 20 MB; the limit keeps large PDFs from
// being given four times what they need. Whoever set GOGC or GOMEMLIMIT is
// obeyed.
func tune() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(768 << 20)
	}
}
