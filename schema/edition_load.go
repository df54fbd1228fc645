package schema

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed editions/*.toml
var editionFiles embed.FS

// CellID is a cell of any edition's forms as a small number: an index into
// [Report.Cells]. Numbers are the same from run to run, but not from version
// to version; what is written down is the path.
type CellID int16

// NoCell is the ID of no cell.
const NoCell CellID = -1

type registry struct {
	editions []*Edition
	paths    []string
	ids      map[string]CellID
}

var theRegistry = sync.OnceValue(loadEditions)

// Editions returns the editions gouji knows, oldest first.
func Editions() []*Edition { return theRegistry().editions }

// EditionByID returns the edition, or nil.
func EditionByID(id string) *Edition {
	for _, e := range Editions() {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// EditionForYear returns the edition that reports about a year must use, or nil
// when there was no national form (2018 and before).
func EditionForYear(year int) *Edition {
	for _, e := range Editions() {
		if year >= e.From && (e.To == 0 || year <= e.To) {
			return e
		}
	}
	return nil
}

// CellCount returns how many cells the editions have together.
func CellCount() int { return len(theRegistry().paths) }

// LookupCell returns the cell of that path.
func LookupCell(path string) (CellID, bool) {
	id, ok := theRegistry().ids[path]
	return id, ok
}

// MustCell returns the cell of a path that the code itself spells; it panics
// on one that no edition has.
func MustCell(path string) CellID {
	id, ok := LookupCell(path)
	if !ok {
		panic("schema: no cell " + path)
	}
	return id
}

// Path returns the cell's path: "disclosure.fees.amount".
func (id CellID) Path() string {
	if id < 0 {
		return ""
	}
	return theRegistry().paths[id]
}

type editionFile struct {
	ID           string
	Circular     string
	Years        struct{ From, To int }
	Fingerprints []string
	Section      []SectionSpec
	Form         []struct {
		Key    FormKey
		Number int
		Title  string
		Across bool
		Block  []struct {
			Label       string
			Group       []string
			ColumnGroup struct {
				Label   string
				Columns []string
			} `toml:"column_group"`
			Columns []ColumnSpec
			Rows    []struct {
				Key, Label string
				Aliases    []string
				Group      []string
				Leaf       bool
			}
		}
		Relation []struct {
			ID, Rule, Each, ZH, EN, Source string
			Left, Right                    []string
		}
	}
}

// loadEditions reads the embedded files. They are part of the program, so a
// fault in one is a fault of the program: it panics, and the tests see it.
func loadEditions() *registry {
	reg := &registry{ids: map[string]CellID{}}
	entries, err := editionFiles.ReadDir("editions")
	if err != nil {
		panic(err)
	}
	for _, entry := range entries {
		var file editionFile
		meta, err := toml.DecodeFS(editionFiles, "editions/"+entry.Name(), &file)
		if err != nil {
			panic(fmt.Sprintf("schema: editions/%s: %v", entry.Name(), err))
		}
		if keys := meta.Undecoded(); len(keys) > 0 {
			panic(fmt.Sprintf("schema: editions/%s: unknown key %s", entry.Name(), keys[0]))
		}
		reg.editions = append(reg.editions, reg.edition(file))
	}
	slices.SortFunc(reg.editions, func(a, b *Edition) int { return a.From - b.From })
	return reg
}

func (reg *registry) edition(file editionFile) *Edition {
	e := &Edition{
		ID: file.ID, Circular: file.Circular, From: file.Years.From, To: file.Years.To,
		Fingerprints: file.Fingerprints, Sections: file.Section,
	}
	for _, form := range file.Form {
		f := &FormSpec{Edition: e, Key: form.Key, Number: form.Number, Title: form.Title, Across: form.Across}
		e.Forms = append(e.Forms, f)
		for _, block := range form.Block {
			b := &BlockSpec{Form: f, Label: block.Label, Group: block.Group, Columns: block.Columns}
			b.ColumnGroup = block.ColumnGroup
			f.Blocks = append(f.Blocks, b)
			for _, row := range block.Rows {
				r := &RowSpec{Block: b, Key: row.Key, Label: row.Label, Aliases: row.Aliases, Group: row.Group, Leaf: row.Leaf}
				for _, c := range b.Columns {
					r.Cells = append(r.Cells, reg.cell(row.Key+"."+c.Key))
				}
				b.Rows = append(b.Rows, r)
				f.Rows = append(f.Rows, r)
			}
		}
		for _, rel := range form.Relation {
			r := &Relation{
				Form: f, ID: rel.ID, Rule: rel.Rule, Each: rel.Each, Left: rel.Left, Right: rel.Right,
				ZH: rel.ZH, EN: rel.EN, Source: rel.Source,
			}
			r.Sums = r.expand()
			f.Relations = append(f.Relations, r)
		}
	}
	return e
}

func (reg *registry) cell(path string) CellID {
	if id, ok := reg.ids[path]; ok {
		return id
	}
	id := CellID(len(reg.paths))
	reg.paths = append(reg.paths, path)
	reg.ids[path] = id
	return id
}

// expand writes the relation out for each row or column of its form.
func (r *Relation) expand() []Sum {
	var sums []Sum
	for _, b := range r.Form.Blocks {
		if r.Each == "row" {
			for _, row := range b.Rows {
				sums = append(sums, Sum{Relation: r, Row: row, Left: row.pick(r.Left), Right: row.pick(r.Right)})
			}
			continue
		}
		for i, c := range b.Columns {
			sums = append(sums, Sum{Relation: r, Column: c.Key, Left: b.column(i, r.Left), Right: b.column(i, r.Right)})
		}
	}
	return sums
}

func (r *RowSpec) pick(columns []string) []CellID {
	var ids []CellID
	for i, c := range r.Block.Columns {
		if slices.Contains(columns, c.Key) {
			ids = append(ids, r.Cells[i])
		}
	}
	if len(ids) != len(columns) {
		panic("schema: " + r.Key + " lacks a column of " + strings.Join(columns, " "))
	}
	return ids
}

func (b *BlockSpec) column(i int, rows []string) []CellID {
	var ids []CellID
	for _, r := range b.Rows {
		if slices.Contains(rows, r.Key) || r.Leaf && slices.Contains(rows, "leaf") {
			ids = append(ids, r.Cells[i])
		}
	}
	return ids
}
