// Package config reads gouji.toml: which rules run on which reports, what a
// project knows of its organs, and what it has decided to live with. Every value
// keeps the place where it was written.
package config

import (
	"github.com/gouji/gouji/rules"
)

// Name is the name of the file.
const Name = "gouji.toml"

// Format is what a result calls the format of a file that is no report: this
// one, or a baseline.
const Format = "settings"

// kind is what a value of the file must be.
type kind uint8

const (
	text   kind = iota // a string
	texts              // an array of strings
	flag               // true or false
	date               // 2026-12-31, as a date or as a string
	table              // a table with the keys below
	tables             // any number of tables with the keys below
	number             // a whole number
	lists              // a table of arrays of strings, under names of the project's own
)

// key is a key of the file. The tree of keys is all that reading, the schema
// and the printed settings know of the file's shape.
type key struct {
	name     string
	kind     kind
	doc      rules.Words
	values   []string            // of a text: the words it may be; nil for any
	check    func(string) *fault // of a text, or of each of the texts
	min, max int64               // of a number
	required bool                // without it the file is wrong
	wanted   bool                // without it an editor shall complain
	keys     []key               // of a table
	more     *key                // of a table: what may stand under the codes of local rules
}

// fault is what is wrong with a value.
type fault struct {
	words   rules.Words
	nearest string // the word that may have been meant
}

func (k key) child(name string) *key {
	for i := range k.keys {
		if k.keys[i].name == name {
			return &k.keys[i]
		}
	}
	return nil
}

func (k key) names() []string {
	var out []string
	for _, c := range k.keys {
		out = append(out, c.name)
	}
	return out
}

// root returns the tree of all keys. Its rules are those of the catalog.
func root(c rules.Catalog) key {
	choice := choiceKeys(c)
	return key{kind: table, keys: append([]key{
		{name: "root", kind: flag, doc: rules.Words{ZH: "true 表示不再向上级文件夹找 gouji.toml", EN: "true: look for no gouji.toml further up"}},
		{name: "language", kind: text, values: []string{"zh", "en"}, doc: rules.Words{ZH: "结果的语言", EN: "language of the results"}},
		{name: "baseline", kind: text, check: notEmpty, doc: rules.Words{ZH: "基线文件，路径从本文件所在文件夹算起", EN: "the baseline, from the folder of this file"}},
	}, append(choice,
		key{name: "overrides", kind: tables, doc: rules.Words{ZH: "只对部分文件的设置，后面的优先", EN: "settings for some of the files; later ones win"}, keys: append([]key{
			{name: "paths", kind: texts, required: true, check: goodGlob, doc: rules.Words{ZH: "文件或文件夹，可用通配符（** 表示任意层），从本文件所在文件夹算起", EN: "files or folders, as globs from the folder of this file"}},
		}, choice...)},
		organKeys(),
		key{name: "lexicon", kind: lists, check: notEmpty, doc: rules.Words{ZH: "各领域的专用词：领域 = [词, …]", EN: "words by the domain that they belong to: domain = [words]"}},
		suppressKeys(c),
		localKeys(),
	)...)}
}

// choiceKeys are the keys about rules, which stand at the top and in overrides.
func choiceKeys(c rules.Catalog) []key {
	word := func(s string) *fault { return ruleWord(c, s) }
	return []key{
		{name: "select", kind: texts, check: word, doc: rules.Words{ZH: "只用这些规则：代码、代码开头、名称、类别或 all", EN: "run only these rules: codes, their beginnings, names, families or all"}},
		{name: "extend-select", kind: texts, check: word, doc: rules.Words{ZH: "另外再用这些规则", EN: "run these rules too"}},
		{name: "ignore", kind: texts, check: word, doc: rules.Words{ZH: "不用这些规则", EN: "leave these rules out"}},
		{name: "fail-on", kind: text, values: []string{"error", "warning", "info", "never"}, doc: rules.Words{ZH: "达到这个程度的问题使退出码为 1", EN: "the severity that makes the exit code 1"}},
		{name: "rules", kind: table, doc: rules.Words{ZH: "单条规则的设置", EN: "settings of single rules"}, keys: ruleKeys(c), more: &key{kind: table, keys: []key{severityKey}}},
	}
}

var severityKey = key{name: "severity", kind: text, values: []string{"error", "warning", "info"}, doc: rules.Words{ZH: "问题的程度", EN: "the severity of its findings"}}

func ruleKeys(c rules.Catalog) []key {
	var out []key
	for _, r := range c {
		k := key{name: r.Code, kind: table, doc: r.Title, keys: []key{severityKey}}
		for _, o := range r.Options {
			if o.IsNumber() {
				k.keys = append(k.keys, key{name: o.Key, kind: number, min: o.Min, max: o.Max, doc: o.Doc})
				continue
			}
			k.keys = append(k.keys, key{name: o.Key, kind: texts, check: notEmpty, doc: o.Doc})
		}
		out = append(out, k)
	}
	return out
}

func organKeys() key {
	var kinds []string
	for _, k := range rules.OrganKinds() {
		kinds = append(kinds, string(k))
	}
	return key{name: "organ", kind: tables, doc: rules.Words{ZH: "已知的机关", EN: "organs that are known"}, keys: []key{
		{name: "name", kind: text, required: true, check: notEmpty, doc: rules.Words{ZH: "全称", EN: "its full name"}},
		{name: "aliases", kind: texts, check: notEmpty, doc: rules.Words{ZH: "其他全称、曾用名", EN: "other full names, earlier ones too"}},
		{name: "abbreviations", kind: texts, check: notEmpty, doc: rules.Words{ZH: "简称", EN: "short names"}},
		{name: "kind", kind: text, values: kinds, doc: rules.Words{
			ZH: "类别：国务院部门、省级、设区的市、县级、乡镇、街道、部门、其他",
			EN: "its kind",
		}},
		{name: "parent", kind: text, check: notEmpty, doc: rules.Words{ZH: "上级机关的全称", EN: "the full name of the organ above it"}},
	}}
}

func suppressKeys(c rules.Catalog) key {
	code := func(s string) *fault { return ruleCode(c, s) }
	return key{name: "suppress", kind: tables, doc: rules.Words{ZH: "决定不改的问题，要写原因", EN: "findings to live with, and why"}, keys: []key{
		{name: "path", kind: text, required: true, check: goodGlob, doc: rules.Words{ZH: "文件或文件夹，可用通配符", EN: "a file or folder, as a glob"}},
		{name: "code", kind: text, required: true, check: code, doc: rules.Words{ZH: "规则代码", EN: "the code of the rule"}},
		{name: "cell", kind: text, check: goodCell, doc: rules.Words{ZH: "只限这一格或这一行，如 applications.received.total", EN: "only this cell, or this row"}},
		{name: "words", kind: text, check: notEmpty, doc: rules.Words{ZH: "只限引用了这些字的问题", EN: "only findings that quote these words"}},
		{name: "reason", kind: text, wanted: true, doc: rules.Words{ZH: "为什么可以不改；不写不起作用", EN: "why; without it there is no effect"}},
		{name: "until", kind: date, doc: rules.Words{ZH: "到这一天为止（含当天）", EN: "the last day on which it holds"}},
	}}
}
