package schema

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// maxTOML is the largest structured report that is read, in bytes.
const maxTOML = 8 << 20

// DecodeTOML reads a report in its structured form. Faults become problems of
// the report, each with its place, and all else is kept; only a file that is
// no TOML gives a report with nothing but the problem that says so. Every cell,
// key and line of prose knows its line and column.
//
// Beside the keys of the design it reads what [EncodeTOML] writes so that
// nothing of a document is lost: preface and signature in [report]; [labels],
// by row key or official head, for labels printed otherwise than on the form;
// [[unread]] for what a reader could not read; an array instead of an inline
// table for a row of form two or four that has too few or too many values.
func DecodeTOML(path string, data []byte) *Report {
	d := &tomlDecoder{r: NewReport(path, "toml")}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !d.valid(data) {
		return d.r
	}
	d.s = newScanner(string(data))
	root := d.s.scan()
	d.root(root)
	d.ignores(root)
	return d.r
}

type tomlDecoder struct {
	r    *Report
	s    *tomlScanner
	bare bool // the file is no report, and who asked says what that means
}

func (d *tomlDecoder) problem(kind ProblemKind, at Place, zh, en string) *Problem {
	d.r.Problems = append(d.r.Problems, Problem{Kind: kind, Place: at, ZH: zh, EN: en})
	return &d.r.Problems[len(d.r.Problems)-1]
}

// valid says in a clerk's words what keeps the file from being TOML.
func (d *tomlDecoder) valid(data []byte) bool {
	at := Place{Path: d.r.Path}
	switch {
	case len(data) > maxTOML:
		d.problem(Unreadable, at, fmt.Sprintf("文件有 %d MB，超过 %d MB 的上限，没有读。", len(data)>>20, maxTOML>>20),
			fmt.Sprintf("the file has %d MB, more than the limit of %d MB", len(data)>>20, maxTOML>>20))
		return false
	case len(bytes.TrimSpace(data)) == 0:
		d.problem(Unreadable, at, "文件是空的。", "the file is empty")
		return false
	case !utf8.Valid(data):
		n := len(data)
		for i := 0; i < len(data); {
			r, size := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && size == 1 {
				n = i
				break
			}
			i += size
		}
		at.Line, at.Column = lineColumn(data, n)
		d.problem(Unreadable, at, fmt.Sprintf("第 %d 行第 %d 列起不是 UTF-8 文字；请另存为 UTF-8 编码。", at.Line, at.Column),
			fmt.Sprintf("not UTF-8 from line %d, column %d on; save the file as UTF-8", at.Line, at.Column))
		return false
	}
	var any map[string]any
	_, err := toml.Decode(string(data), &any)
	if err == nil {
		return true
	}
	d.syntax(data, err)
	return false
}

func (d *tomlDecoder) syntax(data []byte, err error) {
	at := Place{Path: d.r.Path}
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		d.problem(Unreadable, at, fmt.Sprintf("不是有效的 TOML（%v）。", err), fmt.Sprintf("this is not valid TOML (%v)", err))
		return
	}
	start := min(max(parse.Position.Start, 0), len(data))
	at.Line, at.Column = lineColumn(data, start)
	at.EndLine, at.EndColumn = at.Line, at.Column+1
	zh, en := plainSyntax(parse.Message)
	if d.bare {
		d.problem(Unreadable, at, "写法有误："+zh, en)
		return
	}
	p := d.problem(Unreadable, at, fmt.Sprintf("第 %d 行第 %d 列的写法有误：%s。改正后才能检查这份报告。", at.Line, at.Column, zh),
		fmt.Sprintf("line %d, column %d: %s; mend it and check again", at.Line, at.Column, en))
	p.Words = strings.TrimRight(lineAt(data, start), "\r")
}

// plainSyntax says what the library's message means to somebody who edits a
// report, not a format.
func plainSyntax(message string) (zh, en string) {
	for _, m := range []struct{ has, zh string }{
		{"already", "同一个键或段写了两次"},
		{"duplicate", "同一个键或段写了两次"},
		{"has not been closed", "字符串或括号没有写完，少了结尾的引号或括号"},
		{"unexpected EOF", "文件在这里中断，少了结尾的引号或括号"},
		{"expected a comma", "两个值之间缺少逗号，或少了结尾的括号"},
		{"expected a digit", "数字写得不完整"},
		{"expected value", "等号后面没有值；文字要加引号，空格填 \"\""},
		{"expected a value", "等号后面没有值；文字要加引号，空格填 \"\""},
		{"leading zero", "数字前面多了 0"},
		{"cannot have leading zeros", "数字前面多了 0"},
		{"control characters", "含有看不见的控制字符（如 NUL），请删去"},
		{"newline", "字符串没有在同一行结束，少了引号；多行文字请用 '''…'''"},
		{"expected '.' or '='", "键后面缺少等号；中文的键要加引号"},
		{"expected '='", "键后面缺少等号"},
		{"expected key separator", "键后面缺少等号"},
		{"expected", "此处缺少或多了符号"},
		{"invalid datetime", "没有这个日期或时间"},
		{"invalid", "此处有不认识的写法"},
	} {
		if strings.Contains(message, m.has) {
			return m.zh, message
		}
	}
	return "此处有不认识的写法", message
}

func lineColumn(data []byte, at int) (int, int) {
	head := data[:at]
	line := bytes.Count(head, []byte("\n")) + 1
	return line, utf8.RuneCount(head[bytes.LastIndexByte(head, '\n')+1:]) + 1
}

func lineAt(data []byte, at int) string {
	from := bytes.LastIndexByte(data[:at], '\n') + 1
	line, _, _ := bytes.Cut(data[from:], []byte("\n"))
	return string(line[:min(len(line), 400)])
}

// place returns where the bytes from a up to b stand.
func (d *tomlDecoder) place(a, b int) Place {
	p := Place{Path: d.r.Path}
	p.Line, p.Column = d.s.position(a)
	p.EndLine, p.EndColumn = d.s.position(b)
	return p
}

func (d *tomlDecoder) valuePlace(n *node) Place { return d.place(n.at, n.end) }

func (d *tomlDecoder) keyPlace(n *node) Place { return d.place(n.keyAt, n.keyEnd) }

// text returns a string with the places of its lines.
func (d *tomlDecoder) text(n *node) Text {
	return JoinText(d.lines(n), "")
}

// lines returns the lines of a string, each where it stands.
func (d *tomlDecoder) lines(n *node) []Text {
	if n == nil {
		return nil
	}
	if n.kind != stringNode {
		d.wrongType(n, "文字", "text")
		return nil
	}
	from, body, escapes := stringBody(n.raw)
	if escapes && joinsLines(body) {
		return []Text{NewText(unquote(n.raw), d.place(n.at+from, n.end))}
	}
	var out []Text
	at := n.at + from
	for line := range strings.SplitSeq(body, "\n") {
		p := Place{Path: d.r.Path}
		p.Line, p.Column = d.s.position(at)
		at += len(line) + 1
		line = strings.TrimSuffix(line, "\r")
		if escapes {
			line = unquote(`"""` + line + `"""`)
		}
		out = append(out, NewText(line, p))
	}
	return out
}

// joinsLines reports whether a line of the string ends in a backslash, which
// joins the next to it.
func joinsLines(body string) bool {
	for line := range strings.SplitSeq(body, "\n") {
		line = strings.TrimRight(line, " \t\r")
		if (len(line)-len(strings.TrimRight(line, `\`)))%2 == 1 {
			return true
		}
	}
	return false
}

// paragraphs returns the lines of a string that are not empty, one a paragraph;
// of an array of strings each is a paragraph, whatever lines it has.
func (d *tomlDecoder) paragraphs(n *node) []Text {
	var all []Text
	if n != nil && n.kind == arrayNode {
		for _, item := range n.items {
			item.name = n.name // for what is said of it
			all = append(all, JoinText(d.lines(item), "\n"))
		}
	} else {
		all = d.lines(n)
	}
	var out []Text
	for _, t := range all {
		if t = t.TrimSpace(); !t.IsEmpty() {
			out = append(out, t)
		}
	}
	return out
}

func (d *tomlDecoder) wrongType(n *node, zh, en string) {
	p := d.problem(WrongType, d.valuePlace(n), fmt.Sprintf("“%s”应为%s，这里写的是 %s，没有读取。", n.name, zh, cut(n.raw)),
		fmt.Sprintf("%q must be %s, here it is %s, which was not read", n.name, en, cut(n.raw)))
	p.Words = cut(n.raw)
}

func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// unknown says that a key is none, and which one may have been meant.
func (d *tomlDecoder) unknown(n *node, in string, known []string) {
	nearest := nearestKey(n.name, known)
	zh, en := fmt.Sprintf("%s里没有“%s”这个键，其内容没有读取", in, n.name), fmt.Sprintf("%s has no key %q; it was not read", in, n.name)
	if nearest != "" {
		zh += fmt.Sprintf("；是否指“%s”", nearest)
		en += fmt.Sprintf("; did you mean %q", nearest)
	}
	p := d.problem(UnknownKey, d.keyPlace(n), zh+"。", en)
	p.Words, p.Nearest = n.name, nearest
}

// check reports the keys of a table that are not known.
func (d *tomlDecoder) check(n *node, in string, known ...string) {
	for _, key := range n.keys {
		found := false
		for _, k := range known {
			found = found || k == key
		}
		if !found {
			d.unknown(n.children[key], in, known)
		}
	}
}

func nearestKey(word string, known []string) string {
	best, nearest := len(word)/2+2, ""
	for _, k := range known {
		if dist := Distance(strings.ToLower(word), k, best-1); dist < best {
			best, nearest = dist, k
		}
	}
	return nearest
}

func (d *tomlDecoder) int(n *node) int {
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(strings.ReplaceAll(n.raw, "_", ""))
	if err != nil || n.kind != otherNode {
		d.wrongType(n, "整数", "a whole number")
		return 0
	}
	return v
}

// date reads 2021-01-19 as a TOML date, or as text when the calendar has no
// such day.
func (d *tomlDecoder) date(n *node) Date {
	if n == nil {
		return Date{}
	}
	raw := n.raw
	if n.kind == stringNode {
		_, raw, _ = stringBody(n.raw)
	}
	raw, _, _ = strings.Cut(raw, "T")
	parts := strings.Split(strings.TrimSpace(raw), "-")
	if len(parts) == 3 && n.kind != tableNode && n.kind != arrayNode {
		y, e1 := strconv.Atoi(parts[0])
		m, e2 := strconv.Atoi(parts[1])
		day, e3 := strconv.Atoi(parts[2])
		if e1 == nil && e2 == nil && e3 == nil {
			return Date{y, m, day, d.valuePlace(n)}
		}
	}
	d.wrongType(n, "日期（如 2021-01-19）", "a date such as 2021-01-19")
	return Date{}
}
