package baseline

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Error says what is wrong with a baseline, and where.
type Error struct {
	Place schema.Place
	Words rules.Words
}

func (e *Error) Error() string { return fmt.Sprintf("%s：%s（%s）", e.At(), e.Words.ZH, e.Words.EN) }

// At is the place: path, line and column.
func (e *Error) At() string {
	if e.Place.Line == 0 {
		return e.Place.Path
	}
	return fmt.Sprintf("%s:%d:%d", e.Place.Path, e.Place.Line, e.Place.Column)
}

// Parse reads a baseline. path is how it is shown, abs where it stands.
func Parse(path, abs string, data []byte) (*Baseline, error) {
	b := New(path, abs)
	if len(bytes.TrimSpace(data)) == 0 {
		return b, nil
	}
	root, problem := schema.ReadTOML(path, data)
	if problem != nil {
		return nil, &Error{problem.Place, rules.Words{ZH: problem.ZH, EN: problem.EN}}
	}
	for _, name := range root.Keys() {
		if name != "finding" || root.Child(name).Kind() != schema.TOMLArray {
			at := root.Child(name).KeyPlace()
			at.Path = path
			return nil, &Error{at, rules.Words{
				ZH: fmt.Sprintf("这不像是基线文件：里面有“%s”，而基线只有 [[finding]]", name),
				EN: fmt.Sprintf("this is no baseline: it has %q where a baseline has only [[finding]]", name),
			}}
		}
	}
	for _, n := range root.Child("finding").Items() {
		e, err := parseEntry(n)
		if err != nil {
			return nil, err
		}
		b.entries[e.key()] = e
	}
	return b, nil
}

func parseEntry(n schema.TOMLNode) (*Entry, error) {
	bad := func(name string) error {
		return &Error{n.Place(), rules.Words{
			ZH: fmt.Sprintf("这条记录的 %s 缺少或写得不对；基线请用 --write-baseline 生成，不要手改", name),
			EN: fmt.Sprintf("%s of this entry is missing or malformed; let --write-baseline write the file", name),
		}}
	}
	if n.Kind() != schema.TOMLTable {
		return nil, bad("[[finding]]")
	}
	e := &Entry{place: n.Place()}
	for _, field := range []struct {
		name string
		to   *string
	}{{"organ", &e.Organ}, {"file", &e.File}, {"code", &e.Code}, {"words", &e.Words}, {"found", &e.Found}, {"fingerprint", &e.Fingerprint}} {
		if c := n.Child(field.name); c.Kind() == schema.TOMLString {
			*field.to = c.Text()
		} else if c.Kind() != schema.TOMLNone {
			return nil, bad(field.name)
		}
	}
	if e.Code == "" || e.Fingerprint == "" {
		return nil, bad("code / fingerprint")
	}
	if y := n.Child("year"); y.Kind() != schema.TOMLNone {
		var err error
		if e.Year, err = strconv.Atoi(y.Raw()); err != nil {
			return nil, bad("year")
		}
	}
	for _, c := range n.Child("cells").Items() {
		e.Cells = append(e.Cells, c.Text())
	}
	return e, nil
}

const head = `# gouji 的基线：已知而暂不改正的问题，一条一个。由 gouji check --write-baseline 生成。
# The baseline of gouji: findings known and left for now, one an entry.
`

// Bytes returns the file: sorted, so that two runs write the same and a change
// shows as the entries it concerns.
func (b *Baseline) Bytes() ([]byte, error) {
	list := make([]*Entry, 0, len(b.entries))
	for _, e := range b.entries {
		list = append(list, e)
	}
	slices.SortFunc(list, (*Entry).compare)
	var buf bytes.Buffer
	buf.WriteString(head)
	for _, e := range list {
		buf.WriteByte('\n')
		enc := toml.NewEncoder(&buf)
		enc.Indent = ""
		if err := enc.Encode(map[string][]*Entry{"finding": {e}}); err != nil {
			return nil, err
		}
	}
	return buf.Bytes(), nil
}

// Len returns how many entries there are.
func (b *Baseline) Len() int { return len(b.entries) }
