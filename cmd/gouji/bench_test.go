package main

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/cmd/gouji/internal/collector"
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
	collector.Tune(nil) // as main does
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

// BenchmarkAudit lays 999 and 3,000 reports of three years side by side: the
// time of a report must be the same for both.
func BenchmarkAudit(b *testing.B) {
	collector.Tune([]string{"audit"}) // as main does
	for _, organs := range []int{333, 1000} {
		b.Run(strconv.Itoa(3*organs), func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "made")
			env := Env{Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }}
			require.Equal(b, ExitClean, Main([]string{"synth", dir, "--organs", strconv.Itoa(organs), "--years", "2022-2024", "--plant", "0.1", "--format", "toml"}, env))
			stop := make(chan struct{})
			heap := make(chan float64)
			go watchHeap(stop, heap)
			for b.Loop() {
				if code := Main([]string{"audit", dir}, env); code == ExitUsage || code == ExitUnread {
					b.Fatalf("exit code %d", code)
				}
			}
			b.ReportMetric(float64(3*organs)*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
			close(stop)
			b.ReportMetric(<-heap, "heap-MB")
		})
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
