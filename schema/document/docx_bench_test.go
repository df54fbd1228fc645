package document

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkDocx reads a Word file as large as a report's, 250 KB of XML, and,
// where it lies beside the repository, the blank form as an office program
// saved it.
func BenchmarkDocx(b *testing.B) {
	const look = `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>`
	const face = `<w:pPr><w:keepNext w:val="0"/><w:spacing w:before="0" w:beforeAutospacing="0" w:after="0"/><w:jc w:val="center"/>` + look + `</w:pPr>`
	figure := `<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tcPr><w:p>` + face + `<w:r>` + look + `<w:t>12</w:t></w:r></w:p></w:tc>`
	row := `<w:tr>` + strings.Repeat(figure, 10) + `</w:tr>`
	body := strings.Repeat(`<w:p>`+face+`<w:r>`+look+`<w:t>全年新收政府信息公开申请12件。</w:t></w:r></w:p>`, 40) + `<w:tbl>` + strings.Repeat(row, 36) + `</w:tbl>`
	b.Run("made", func(b *testing.B) { benchDocx(b, docxOf(b, body, "", "")) })
	b.Run("blank form", func(b *testing.B) {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "blank-form-2021.docx"))
		if err != nil {
			b.Skip("the shared corpus is not here")
		}
		benchDocx(b, data)
	})
}

func benchDocx(b *testing.B, data []byte) {
	b.Helper()
	for b.Loop() {
		if _, err := Read(context.Background(), "年报.docx", data); err != nil {
			b.Fatal(err)
		}
	}
}
