// Package collector sets how often the garbage collector runs.
package collector

import (
	"os"
	"runtime/debug"
)

// The packages that are linked in make some 4 MB of tables before main begins,
// just enough for a collection that frees nothing. This package needs few others
// and so comes before the largest of them.
func init() { Tune(nil) }

// Tune trades memory that nobody misses for time: a run keeps a few MB alive
// and throws away half a MB for each report, so that the collector's default
// makes it run for every few of them. At 400 % a thousand reports take a third
// less time and the heap stays below 20 MB; the limit keeps large PDFs from
// being given four times what they need. An audit does keep something of every
// report, some 12 KB, and does as well at 100 %: 10,000 reports take 300 MB
// instead of 580. Whoever set GOGC or GOMEMLIMIT is obeyed.
func Tune(args []string) {
	if os.Getenv("GOGC") == "" {
		percent := 400
		if len(args) > 0 && args[0] == "audit" {
			percent = 100
		}
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(768 << 20)
	}
}
