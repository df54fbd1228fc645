package intake

import (
	"context"
	"testing"

	"github.com/gouji/gouji/schema"
)

// BenchmarkWorkbook reads a workbook of a report's size: the three forms of
// 2021 on sheets of their own.
func BenchmarkWorkbook(b *testing.B) {
	book := newBook(b, bookStyle{sheets: true, borders: true})
	book.report(schema.EditionByID("2021"))
	data := book.bytes()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Read(context.Background(), "年报.xlsx", data)
	}
}
