package schema

import (
	"fmt"
	"slices"
	"strings"
)

// editionFor returns the edition a form is taken for when its own keys do not
// tell.
func (d *tomlDecoder) editionFor() *Edition {
	if d.r.Edition != nil {
		return d.r.Edition
	}
	if e := EditionForYear(d.r.Year); e != nil {
		return e
	}
	return Editions()[len(Editions())-1]
}

func (d *tomlDecoder) form(key FormKey, e *Edition, n *node) *Form {
	f := &Form{Spec: e.Form(key), Place: d.place(n.at, n.end), Format: "toml"}
	d.r.Forms[key] = f
	return f
}

// disclosure reads form two: a row is a table of its columns.
func (d *tomlDecoder) disclosure(n *node) {
	if !d.table(n) {
		return
	}
	e := d.disclosureEdition(n)
	f := d.form(Disclosure, e, n)
	var known []string
	for _, row := range f.Spec.Rows {
		name := strings.TrimPrefix(row.Key, "disclosure.")
		known = append(known, name)
		if c := n.child(name); c != nil {
			d.tableRow(f, row, c, "[disclosure] 的 "+name)
		}
	}
	for _, key := range n.keys {
		if !slices.Contains(known, key) {
			d.strayRow(f, n.children[key], known)
		}
	}
}

// strayRow says that a row is not on the form: one of another edition, or none.
func (d *tomlDecoder) strayRow(f *Form, n *node, known []string) {
	for _, e := range Editions() {
		if e != f.Spec.Edition && e.Form(Disclosure).Row("disclosure."+n.name) != nil {
			p := d.problem(ExtraRow, d.keyPlace(n), fmt.Sprintf("“%s”是%s的表才有的，没有参加核对。", n.name, e.Circular),
				fmt.Sprintf("%q stands only on the form of %s and was not checked", n.name, e.Circular))
			p.Form, p.Words = Disclosure, n.name
			return
		}
	}
	d.unknown(n, "[disclosure]", known)
}

// disclosureEdition tells the edition of form two by the columns that only one
// has.
func (d *tomlDecoder) disclosureEdition(n *node) *Edition {
	for _, e := range Editions() {
		for _, row := range e.Form(Disclosure).Rows {
			for _, c := range row.Block.Columns {
				cell := n.child(strings.TrimPrefix(row.Key, "disclosure.")).child(c.Key)
				if cell != nil && onlyIn(e, row.Key+"."+c.Key) {
					return e
				}
			}
		}
	}
	return d.editionFor()
}

func onlyIn(e *Edition, path string) bool {
	id, ok := LookupCell(path)
	if !ok {
		return false
	}
	for _, other := range Editions() {
		if other == e {
			continue
		}
		for _, f := range other.Forms {
			if _, has := f.Cell(id); has {
				return false
			}
		}
	}
	return true
}

// tableRow reads a row written as a table, column by column, or, when it has
// too few or too many values, as an array.
func (d *tomlDecoder) tableRow(f *Form, row *RowSpec, n *node, in string) {
	if n.kind == arrayNode {
		d.arrayRow(f, row, n)
		return
	}
	if !d.table(n) {
		return
	}
	var known []string
	any := false
	for i, c := range row.Block.Columns {
		known = append(known, c.Key)
		if v := n.child(c.Key); v != nil {
			d.r.Cells[row.Cells[i]] = d.cell(v)
			any = true
		}
	}
	d.check(n, in, known...)
	if any {
		f.Rows = append(f.Rows, Row{Spec: row, Label: Label{Official: row.Label, Aliases: row.Aliases}})
	}
}

// arrayRow reads a row written as an array of its values. One with too few or
// too many is ragged.
func (d *tomlDecoder) arrayRow(f *Form, row *RowSpec, n *node) {
	if n.kind != arrayNode {
		d.wrongType(n, fmt.Sprintf("%d 个数的数组", len(row.Cells)), fmt.Sprintf("an array of %d figures", len(row.Cells)))
		return
	}
	values := make([]Cell, len(n.items))
	for i, item := range n.items {
		item.name = n.name
		values[i] = d.cell(item)
	}
	out := Row{Spec: row, Label: Label{Official: row.Label, Aliases: row.Aliases}}
	if len(values) == len(row.Cells) {
		for i, id := range row.Cells {
			d.r.Cells[id] = values[i]
		}
	} else {
		out.Ragged, out.Values = true, values
	}
	f.Rows = append(f.Rows, out)
}

// cell reads one value: a figure as it is written, text through [ParseCell].
func (d *tomlDecoder) cell(n *node) Cell {
	at := d.valuePlace(n)
	switch {
	case n.kind == stringNode:
		return ParseCell(unquote(n.raw), at)
	case n.kind == otherNode && n.raw != "true" && n.raw != "false":
		return ParseCell(strings.ReplaceAll(n.raw, "_", ""), at)
	}
	d.wrongType(n, "数字，空格写 \"\"，斜线写 \"/\"", "a figure, \"\" for a blank or \"/\" for a slash")
	return Cell{Raw: n.raw, Place: at}
}

// applications reads form three.
func (d *tomlDecoder) applications(n *node) {
	if !d.table(n) {
		return
	}
	e := d.editionFor()
	if other := n.child("outcome").child("other"); other != nil {
		switch other.kind {
		case arrayNode:
			e = EditionByID("2019")
		case tableNode:
			e = EditionByID("2021")
		}
	}
	f := d.form(Applications, e, n)
	nodes := map[string]*node{}
	collectRows(n, "applications", nodes)
	for _, row := range f.Spec.Rows {
		if c := nodes[row.Key]; c != nil {
			d.arrayRow(f, row, c)
		}
	}
	d.strayKeys(f, n, "applications")
}

// collectRows finds the nodes that are not tables, by their whole path.
func collectRows(n *node, prefix string, out map[string]*node) {
	for _, key := range n.keys {
		path := prefix + "." + key
		if c := n.children[key]; c.kind == tableNode {
			collectRows(c, path, out)
		} else {
			out[path] = c
		}
	}
}

func (d *tomlDecoder) strayKeys(f *Form, n *node, prefix string) {
	var known []string
	for _, row := range f.Spec.Rows {
		if rest, ok := strings.CutPrefix(row.Key, prefix+"."); ok {
			first, _, _ := strings.Cut(rest, ".")
			if !slices.Contains(known, first) {
				known = append(known, first)
			}
		}
	}
	for _, key := range n.keys {
		c := n.children[key]
		switch {
		case !slices.Contains(known, key):
			d.unknown(c, "["+prefix+"]", known)
		case c.kind == tableNode && f.Spec.Row(prefix+"."+key) == nil:
			d.strayKeys(f, c, prefix+"."+key)
		case c.kind == tableNode:
			d.wrongType(c, "七个数的数组", "an array of seven figures")
		case f.Spec.Row(prefix+"."+key) == nil:
			d.wrongType(c, "一个表", "a table")
		}
	}
}

// reviews reads form four, whose rows are tables of the file.
func (d *tomlDecoder) reviews(root *node) {
	review, litigation := root.child("review"), root.child("litigation")
	if review == nil && litigation == nil {
		return
	}
	first := review
	if first == nil {
		first = litigation
	}
	f := d.form(Review, d.editionFor(), first)
	for _, row := range f.Spec.Rows {
		n := review
		if key, ok := strings.CutPrefix(row.Key, "litigation."); ok {
			n = litigation.child(key)
		}
		if n != nil {
			d.tableRow(f, row, n, "["+row.Key+"]")
		}
	}
	if litigation != nil {
		d.check(litigation, "[litigation]", "direct", "after_review")
	}
}
