package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// thousand writes a thousand reports of as many organs into a folder: consistent
// ones but for every tenth.
func thousand(b *testing.B, format string) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "made")
	code := Main([]string{"synth", dir, "--organs", "1000", "--years", "2024", "--plant", "0.1", "--format", format},
		Env{Stdout: io.Discard, Stderr: os.Stderr, Getenv: func(string) string { return "" }})
	require.Equal(b, ExitClean, code)
	return dir
}

// BenchmarkThousandReports runs the whole command over 1,000 files. The aim is
// 1,000 reports a second on two cores; heap-MB is the largest heap seen, which
// must not grow with the number of files.
func BenchmarkThousandReports(b *testing.B) {
	tune() // as main does
	for _, kind := range []string{"toml", "text", "html", "xlsx"} {
		for _, format := range []string{"text", "json"} {
			b.Run(kind+"/"+format, func(b *testing.B) {
				dir := thousand(b, kind)
				stop := make(chan struct{})
				heap := make(chan float64)
				go watchHeap(stop, heap)
				b.ReportAllocs()
				for b.Loop() {
					env := Env{Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }}
					if code := Main([]string{"check", "--format", format, dir}, env); code == ExitUsage || code == ExitUnread {
						b.Fatalf("exit code %d", code)
					}
				}
				b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
				close(stop)
				b.ReportMetric(<-heap, "heap-MB")
			})
		}
	}
}

func watchHeap(stop <-chan struct{}, most chan<- float64) {
	peak := 0.0
	for {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, float64(m.HeapAlloc)/(1<<20))
		select {
		case <-stop:
			most <- peak
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// BenchmarkOneFile is a run over one file, without the start of the process.
func BenchmarkOneFile(b *testing.B) {
	example := filepath.Join("..", "..", "examples", "township-2020.txt")
	b.ReportAllocs()
	for b.Loop() {
		env := Env{Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }}
		Main([]string{"check", example}, env)
	}
}
