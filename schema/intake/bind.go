package intake

import (
	"strings"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// bindForms finds the three forms among the items and puts them into the
// report. Tables are told by their labels wherever they stand; lines only
// within the section whose heading announces the form.
func bindForms(r *schema.Report, items []*item, sections map[schema.FormKey][]*item) {
	due := schema.EditionForYear(r.Year)
	forms := map[schema.FormKey]*collected{}
	for _, key := range schema.FormKeys() {
		forms[key] = &collected{key: key, due: due}
	}
	for _, it := range items {
		if it.kind == document.TableBlock {
			it.used = bindTable(forms, it.table)
		}
	}
	blockHeads(items)
	for _, key := range schema.FormKeys() {
		c := forms[key]
		if len(c.rows) == 0 {
			bindLines(c, sections[key])
		}
	}
	for _, it := range items {
		if it.kind == document.TableBlock && !it.used {
			if p, ok := unboundTable(it.table); ok {
				r.Problems = append(r.Problems, p)
			}
		}
	}
	for _, key := range schema.FormKeys() {
		forms[key].settle(r, due)
	}
	r.Edition = editionOf(r, due)
}

// blockHeads takes the heads of form two's blocks, 第二十条第（一）项, out of the
// text where they stand as lines over their tables.
func blockHeads(items []*item) {
	for i, it := range items {
		if !it.isText() || it.used || len(it.text.Value) > longHead {
			continue
		}
		h, ok := findDisclosureHead(bare(it.text.Value))
		if !ok || !h.block {
			continue
		}
		for j := i + 1; j < len(items) && !items[j].isText(); j++ {
			if items[j].kind == document.TableBlock {
				it.used = items[j].used
				break
			}
		}
	}
}

// bindTable binds a table to the form whose labels it has.
func bindTable(forms map[schema.FormKey]*collected, t *document.Table) bool {
	healCuts(t)
	// A page may print several forms as one table; each takes its own rows.
	g := gridOf(t)
	disclosed := disclosureGrid(forms[schema.Disclosure], g)
	applied := applicationsGrid(forms[schema.Applications], g)
	reviewed := reviewGrid(forms[schema.Review], g)
	return disclosed || applied || reviewed
}

func bindLines(c *collected, items []*item) {
	tokens, used := tokensOf(items)
	if len(tokens) == 0 {
		return
	}
	switch {
	case alignedForm(c, items):
	case c.key == schema.Disclosure:
		disclosureStream(c, tokens)
	case c.key == schema.Applications:
		applicationsStream(c, tokens)
	case c.key == schema.Review:
		reviewStream(c, tokens)
	}
	c.sayLoose(tokens)
	if len(c.rows) > 0 || c.header {
		for _, it := range used {
			it.used = true
		}
	}
}

// editionOf returns the edition that most of the report's forms are; form four
// is the same in all.
func editionOf(r *schema.Report, due *schema.Edition) *schema.Edition {
	if f := r.Forms[schema.Disclosure]; f != nil && len(f.Rows) > 0 {
		return f.Spec.Edition
	}
	if due != nil {
		return due
	}
	if f := r.Forms[schema.Applications]; f != nil && len(f.Rows) > 0 {
		return f.Spec.Edition
	}
	return nil
}

// metadataWords stand in the tables that sites print around a page: they are
// not the report's.
var metadataWords = []string{
	"索引号", "发布机构", "发布日期", "公开日期", "生成日期", "成文日期", "主题分类", "文号", "有效性", "信息分类", "公开方式", "名称",
	"联系人", "联系电话", "办公地址", "邮编", "电子邮箱", "网站名称", "首页", "当前位置", "浏览次数", "打印", "字体",
}

// unboundTable says that a table with figures fits no form. Tables of metadata
// and tables without figures say nothing that gouji checks.
func unboundTable(t *document.Table) (schema.Problem, bool) {
	figures, meta := 0, false
	var words []string
	for i := range t.Rows {
		for _, c := range t.Rows[i].Cells {
			cell := schema.ParseCell(c.Text.Value, c.Place)
			switch cell.State {
			case schema.Numeric:
				figures++
			case schema.Words:
				if len(words) < 4 {
					words = append(words, flat(cell.Raw))
				}
				for _, w := range metadataWords {
					meta = meta || strings.HasPrefix(flat(cell.Raw), w)
				}
			}
		}
	}
	if figures < 3 || meta {
		return schema.Problem{}, false
	}
	line := strings.Join(words, " ")
	return schema.Problem{
		Kind: schema.UnreadTable, Place: t.Place, Words: line,
		ZH: "有一张表不是国家格式的三张表之一，或认不出来，没有核对：" + line + "。",
		EN: "a table is none of the three forms, or was not recognised, and was not checked: " + line,
	}, true
}
