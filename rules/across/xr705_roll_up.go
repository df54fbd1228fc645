package across

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// RollUp is XR705.
var RollUp = &rules.Rule{
	Code: "XR705", Name: "roll-up", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "汇总数与下级合计不符", EN: "a parent's figures are not the sum of its children's"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "gouji.toml 或 --organs 文件写明了上下级的，把上级报告与各下级同年报告之和逐行（总计列）核对。先看下级报告齐不齐：不齐的说明缺哪些，只指出某个下级比上级还大的行；齐的，合计与上级不等的行都列出相差多少。有空格、斜线或几个版本不一的不算。",
			EN: "where gouji.toml or an --organs file says who stands above whom, a parent's report is held to the sum of its children's of the same year, row by row, in the column of totals; with children missing it says which, and names only rows in which a child exceeds its parent; with all there, every row whose sum differs; blanks and reports in several versions do not count",
		},
		Why:   rules.Words{ZH: "汇总时漏了一个下级、或用了下级没改之前的数，只有逐行加起来才看得出。", EN: "a child left out of the sum, or an older version of its figures, shows only when they are added up"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条：县级以上政府主管部门汇总本级政府的年度报告", EN: "article 49 of the Regulation: the reports of a government's organs make up its own"},
		Bad:   "上级：一、本年新收 | 总计 20\n下级甲：总计 12\n下级乙：总计 7",
		Good:  "上级：一、本年新收 | 总计 19\n下级甲：总计 12\n下级乙：总计 7",
	},
	Among: checkRollUp,
}

func checkRollUp(a *rules.Among) {
	byName := map[string]int{}
	for g := range a.Groups {
		for _, name := range append([]string{a.Groups[g].Organ.Name}, a.Groups[g].Organ.Also...) {
			byName[rules.Squeeze(name)] = g
		}
	}
	for g := range a.Groups {
		for m, this := range a.Groups[g].Members {
			if !a.Runs(g, m) {
				continue
			}
			names := childrenOf(this)
			if r := gather(a, byName, names, this.Year); len(r.children) > 0 {
				if f, ok := r.hold(this.Record); ok {
					a.Add(g, m, f)
				}
			}
		}
	}
}

// childrenOf lists the organs that the project puts below the report's.
func childrenOf(m rules.Member) []string {
	if m.Settings == nil || m.Settings.Facts == nil {
		return nil
	}
	facts := m.Settings.Facts
	self := facts.Organ(cmp.Or(m.Known, m.Organ))
	if self == nil {
		return nil
	}
	var out []string
	for i := range facts.Organs {
		o := &facts.Organs[i]
		if o.Parent != "" && facts.Organ(o.Parent) == self && !slices.Contains(out, o.Name) {
			out = append(out, o.Name)
		}
	}
	return out
}

// rollUp is what is there of the children in a year.
type rollUp struct {
	children []child
	missing  []string
}

type child struct {
	name string
	*record.Record
}

// gather finds the children's reports of the year. One with several versions that
// differ is as good as missing.
func gather(a *rules.Among, byName map[string]int, names []string, year int) rollUp {
	var r rollUp
	for _, name := range names {
		var found []*record.Record
		if g, ok := byName[rules.Squeeze(name)]; ok {
			for _, m := range a.Groups[g].Members {
				if m.Year == year {
					found = append(found, m.Record)
				}
			}
		}
		if len(found) == 0 || len(found) > 1 && len(unlike(found[0], found[1])) > 0 {
			r.missing = append(r.missing, name)
			continue
		}
		r.children = append(r.children, child{name, found[0]})
	}
	return r
}

// rowOff is a row in which the parent and its children do not agree.
type rowOff struct {
	id   schema.CellID
	sum  schema.Number // of the children, or the largest child's
	who  *child        // the child that is larger; nil for a sum
	name rules.Words
}

// hold holds the parent to its children; ok is false when there is nothing to say.
func (r *rollUp) hold(parent *record.Record) (rules.Finding, bool) {
	var off []rowOff
	for _, key := range schema.FormKeys() {
		form := parent.Form(key)
		if form == nil {
			continue
		}
		for _, row := range form.Rows {
			for _, id := range totals(row) {
				if o, wrong := r.row(parent, id); wrong {
					off = append(off, o)
				}
			}
		}
	}
	switch {
	case len(off) > 0:
		return r.finding(parent, off), true
	case len(r.missing) > 0:
		return r.incomplete(parent), true
	}
	return rules.Finding{}, false
}

// totals lists the cells of a row that are added up: its total, else all counts
// and amounts.
func totals(row *schema.RowSpec) []schema.CellID {
	var out []schema.CellID
	for k, id := range row.Cells {
		switch c := row.Block.Columns[k]; {
		case c.Key == "total":
			return []schema.CellID{id}
		case c.Kind != schema.Change:
			out = append(out, id)
		}
	}
	return out
}

// row compares one cell. With children missing, only a child larger than its parent
// is wrong.
func (r *rollUp) row(parent *record.Record, id schema.CellID) (o rowOff, wrong bool) {
	is := parent.Value(id)
	if !is.IsNumber() || parent.InDoubt(id) {
		return o, false
	}
	o = rowOff{id: id, name: rowName(parent, id)}
	all := len(r.missing) == 0
	for i := range r.children {
		c := &r.children[i]
		v := c.Value(id)
		switch {
		case !v.IsNumber() || c.InDoubt(id):
			all = false
		case v.Number().Cmp(is.Number()) > 0 && (o.who == nil || v.Number().Cmp(o.who.Value(id).Number()) > 0):
			o.who = c
		}
		o.sum = o.sum.Add(v.Number())
	}
	if all {
		o.who = nil
		return o, !o.sum.Equal(is.Number())
	}
	if o.who == nil {
		return o, false
	}
	o.sum = o.who.Value(id).Number()
	return o, true
}

// shownRows is how many rows a finding tells of.
const shownRows = 8

func (r *rollUp) finding(parent *record.Record, off []rowOff) rules.Finding {
	f := about(parent, off[0].id)
	f.Cells, f.Key = nil, "roll-up"
	var zh, en []string
	for n, o := range off {
		f.Cells = append(f.Cells, o.id.Path())
		if n >= shownRows {
			continue
		}
		is := parent.Value(o.id).Number()
		column := columnLabel(parent, o.id)
		if o.who != nil {
			zh = append(zh, fmt.Sprintf("%s“%s”列本报告 %s、%s却有 %s", o.name.ZH, column, is, o.who.name, o.sum))
			en = append(en, fmt.Sprintf("%s, %q: %s here, %s in %s", o.name.EN, column, is, o.sum, o.who.name))
		} else {
			zh = append(zh, fmt.Sprintf("%s“%s”列本报告 %s、下级合计 %s，相差 %s", o.name.ZH, column, is, o.sum, apart(is, o.sum)))
			en = append(en, fmt.Sprintf("%s, %q: %s here, %s in sum", o.name.EN, column, is, o.sum))
		}
	}
	if len(off) > shownRows {
		zh, en = append(zh, fmt.Sprintf("等 %d 行", len(off))), append(en, fmt.Sprintf("%d rows in all", len(off)))
	}
	f.Expected = off[0].sum.String()
	whole, wholeEN := fmt.Sprintf("与 %d 个下级的报告加起来不一致", len(r.children)), fmt.Sprintf("not the sum of its %d children's reports", len(r.children))
	if off[0].who != nil {
		f.Expected = ""
		whole, wholeEN = "有的行比下级还小", "smaller than one of its children's"
	}
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%d年度汇总数%s：%s。%s请核实是否漏汇、重汇，还是只报了本级。", parent.Year, whole, strings.Join(zh, "；"), r.lacks().ZH),
		EN: fmt.Sprintf("the figures of %d are %s: %s%s; make sure that none was left out, and that these are not the organ's own alone", parent.Year, wholeEN, strings.Join(en, "; "), r.lacks().EN),
	}
	for i := range r.children {
		c := &r.children[i]
		if off[0].who == nil || off[0].who == c {
			f.Related = append(f.Related, rules.Related{
				Message: rules.Words{ZH: fmt.Sprintf("%s：%s", c.name, c.Value(off[0].id)), EN: fmt.Sprintf("%s: %s", c.name, c.Value(off[0].id))},
				Place:   c.Place(off[0].id),
			})
		}
		if len(f.Related) == shownRows {
			break
		}
	}
	return f
}

// incomplete says that the sum was not judged.
func (r *rollUp) incomplete(parent *record.Record) rules.Finding {
	return rules.Finding{
		Severity: rules.Info, Place: parent.Title, Key: "incomplete", Actual: fmt.Sprint(len(r.children)),
		Message: rules.Words{
			ZH: fmt.Sprintf("%s只核对了有没有下级比上级大，没有核对合计；请补齐后再查。", r.lacks().ZH),
			EN: fmt.Sprintf("the sum of the children was not judged, only whether one is larger than the whole%s", r.lacks().EN),
		},
		Related: []rules.Related{titled(r.children[0].Record, rules.Words{ZH: "有报告的下级：" + r.children[0].name, EN: "a child with a report: " + r.children[0].name})},
	}
}

// lacks names the children that are missing.
func (r *rollUp) lacks() rules.Words {
	n := len(r.missing)
	if n == 0 {
		return rules.Words{}
	}
	list := strings.Join(r.missing[:min(n, shownRows)], "、")
	if n > shownRows {
		list += "等"
	}
	return rules.Words{
		ZH: fmt.Sprintf("应有 %d 个下级的报告，缺 %d 个（%s）。", n+len(r.children), n, list),
		EN: fmt.Sprintf("; of %d children %d have no report: %s", n+len(r.children), n, list),
	}
}
