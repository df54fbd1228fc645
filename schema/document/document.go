// Package document reads files into documents: blocks of headings, paragraphs
// and tables in the order of the file, each with its place. It knows formats,
// and nothing of reports. There is one reader a format; a format is told by
// content, not by name.
package document

import "github.com/gouji/gouji/schema"

// Document is what a file says, in order.
type Document struct {
	Path     string
	Format   string // "text", "markdown", "docx", "pdf", "html", "xlsx", …
	Blocks   []Block
	Problems []schema.Problem // what could not be read, or was read with a doubt
}

// Unread stands in words for what could not be read: a character whose font does
// not say what it is, the result that a formula lacks. A cell that has it is
// neither blank nor cut down to the rest.
const Unread = "\uFFFD"

// Kind tells blocks apart.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading        // marked as one by the format, not by its words
	TableBlock
	Break // a gap a reader sees: an empty line, a page's end
)

// Block is one heading, paragraph, table or gap.
type Block struct {
	Kind  Kind
	Level int         // of a heading, from 1
	Text  schema.Text // of a heading or paragraph; one line of a text file is one paragraph
	Table *Table
}

// Table is a grid. Rows may have different lengths, in formats that have no
// grid of their own.
type Table struct {
	Place schema.Place
	Rows  []Row
	// Ruled says that the grid is the format's own (docx, html, xlsx, lines of a
	// PDF): a value stands in its column for certain. A table made of tabs or
	// pipes is not: a cell may be lost and those behind it moved.
	Ruled bool
}

// Row is one row of a table, its cells from left to right.
type Row struct {
	Cells []Cell
	Place schema.Place
}

// Cell is one cell of a table.
type Cell struct {
	Text schema.Text
	// Column is the grid column where the cell begins, from 0. In a grid with
	// spans it is not the ordinal of the cell in its row.
	Column           int
	ColSpan, RowSpan int // at least 1
	// Covered marks a place of the grid that a cell above reaches down to; it
	// has no text of its own.
	Covered bool
	Place   schema.Place
	Hidden  bool // in a hidden row or column
}
