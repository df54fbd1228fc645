package document

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkPDF reads a report of five pages with a warm reader. The file lies
// beside the repository; pdftotext on the same file is what it is held against.
func BenchmarkPDF(b *testing.B) {
	path := filepath.Join("..", "..", "..", "shared", "corpus", "hongze-2023.pdf")
	data, err := os.ReadFile(path)
	if err != nil {
		b.Skip("the shared corpus is not here")
	}
	read := func(b *testing.B) {
		b.Helper()
		if _, err := Read(context.Background(), path, data); err != nil {
			b.Fatal(err)
		}
	}
	read(b) // pays for the start
	b.Run("gouji", func(b *testing.B) {
		for b.Loop() {
			read(b)
		}
	})
	b.Run("pdftotext", func(b *testing.B) {
		if _, err := exec.LookPath("pdftotext"); err != nil {
			b.Skip("pdftotext is not installed")
		}
		for b.Loop() {
			if err := exec.Command("pdftotext", "-layout", path, "-").Run(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
