package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// thousand writes a thousand reports of as many organs, made from the clean
// example, into a folder.
func thousand(b *testing.B, ext string) string {
	b.Helper()
	example := filepath.Join("..", "..", "examples", "subdistrict-2024.txt")
	data, err := os.ReadFile(example)
	require.NoError(b, err)
	if ext == ".toml" {
		reports := intake.Read(context.Background(), example, data)
		require.Len(b, reports, 1)
		data, err = schema.EncodeTOML(reports[0])
		require.NoError(b, err)
	}
	dir := b.TempDir()
	for i := range 1000 {
		one := bytes.ReplaceAll(data, []byte("云溪街道"), []byte(fmt.Sprintf("云溪%c%c街道", '一'+rune(i/40), '丁'+rune(i%40))))
		require.NoError(b, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d%s", i, ext)), one, 0o644))
	}
	return dir
}

// BenchmarkThousandReports runs the whole command over 1,000 files. The aim is
// 1,000 reports a second on two cores; heap-MB is the largest heap seen, which
// must not grow with the number of files.
func BenchmarkThousandReports(b *testing.B) {
	tune() // as main does
	for _, ext := range []string{".toml", ".txt"} {
		for _, format := range []string{"text", "json"} {
			b.Run(strings.TrimPrefix(ext, ".")+"/"+format, func(b *testing.B) {
				dir := thousand(b, ext)
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
