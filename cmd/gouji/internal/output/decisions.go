package output

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/rules"
)

// decisionWords are what a decision may be, as the workbook offers it.
func decisionWords(lang string) []string {
	var out []string
	for _, s := range rules.ReviewStates() {
		out = append(out, stateOf(s, lang))
	}
	return out
}

// WrittenDecision is a decision that somebody wrote into the workbook of an
// audit.
type WrittenDecision struct {
	Row         string // where it stands, for a person: 问题!12
	ID, Content string
	State       rules.ReviewState
	Reason      string
	Who         string
	Day         string // 2026-12-31; "" when none is written
}

// WrongRow is a row of the workbook that cannot be understood.
type WrongRow struct {
	Row string
	rules.Words
}

// ReadDecisions reads what was decided in the workbook of an audit, whatever was
// sorted, filtered or moved in it. Rows without a decision are passed by; found
// is false when no sheet has the columns of an audit.
func ReadDecisions(path string) (list []WrittenDecision, wrong []WrongRow, found bool, err error) {
	book, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, UnzipSizeLimit: 2 << 30})
	if err != nil {
		return nil, nil, false, err
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		rows, err := book.Rows(sheet)
		if err != nil {
			return nil, nil, false, err
		}
		d := &decisionSheet{name: sheet}
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				return nil, nil, false, err
			}
			if d.row++; d.row == 1 && !d.heads(cells) {
				break
			}
			d.read(cells)
		}
		if err := rows.Close(); err != nil {
			return nil, nil, false, err
		}
		found = found || len(d.at) > 0
		list, wrong = append(list, d.list...), append(wrong, d.wrong...)
	}
	return list, wrong, found, nil
}

// decisionSheet reads one sheet.
type decisionSheet struct {
	name  string
	row   int
	at    map[string]int // columns, by their Chinese heads
	list  []WrittenDecision
	wrong []WrongRow
}

// heads finds the columns, in whichever language and order they stand.
func (d *decisionSheet) heads(cells []string) bool {
	zh, en := append(reviewHeads("zh"), "标识"), append(reviewHeads("en"), "fingerprint")
	at := map[string]int{}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		for k := range zh {
			if cell == zh[k] || cell == en[k] {
				at[zh[k]] = i
			}
		}
	}
	for _, need := range []string{"标识", "处理意见", "内容标识"} {
		if _, ok := at[need]; !ok {
			return false
		}
	}
	d.at = at
	return true
}

var (
	writtenID      = regexp.MustCompile(`^[0-9a-f]{16}(-[0-9]+)?(@[0-9a-f]{8})?$`)
	writtenContent = regexp.MustCompile(`^c[0-9a-f]{11}$`)
)

func (d *decisionSheet) read(cells []string) {
	cell := func(head string) string {
		if i, ok := d.at[head]; ok && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	word := cell("处理意见")
	if d.row == 1 || word == "" {
		return
	}
	w := WrittenDecision{
		Row: fmt.Sprintf("%s!%d", d.name, d.row), ID: cell("标识"), Content: cell("内容标识"),
		State: stateOfWord(word), Reason: cell("理由"), Who: cell("处理人"),
	}
	day, ok := writtenDay(cell("日期"))
	w.Day = day
	bad := func(zh, en string, args ...any) {
		d.wrong = append(d.wrong, WrongRow{w.Row, rules.Words{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}})
	}
	switch {
	case w.State == "":
		bad("处理意见“%s”不认识，应为%s", "decision %q is none of %s", word, strings.Join(decisionWords("zh"), "、"))
	case !writtenID.MatchString(w.ID) || !writtenContent.MatchString(w.Content):
		bad("“标识”“内容标识”两列被改动了，不知道是哪个问题", "the columns fingerprint and content were changed, so nobody knows which finding it is")
	case w.State == rules.ReviewDismissed && w.Reason == "":
		bad("驳回要写明理由", "a dismissal needs a reason")
	case !ok:
		bad("日期“%s”应写作 2026-12-31", "the day %q is to be written as 2026-12-31", cell("日期"))
	default:
		d.list = append(d.list, w)
	}
}

// stateOfWord returns the state that a word of the workbook means, or "".
func stateOfWord(word string) rules.ReviewState {
	for _, s := range rules.ReviewStates() {
		if word == s.ZH() || strings.EqualFold(word, string(s)) {
			return s
		}
	}
	return ""
}

// writtenDay reads a day as a person or a spreadsheet writes it: 2026-12-31,
// 2026/12/31, or the days since 1900 that a spreadsheet makes of either.
func writtenDay(words string) (day string, ok bool) {
	if words == "" {
		return "", true
	}
	if serial, err := strconv.ParseFloat(words, 64); err == nil {
		at, err := excelize.ExcelDateToTime(serial, false)
		return at.Format(time.DateOnly), err == nil && serial > 36526 && serial < 73051 // 2000 to 2099
	}
	for _, layout := range []string{time.DateOnly, "2006/1/2", "2006-1-2", "2006.1.2", "2006年1月2日"} {
		if at, err := time.Parse(layout, words); err == nil {
			return at.Format(time.DateOnly), true
		}
	}
	return "", false
}
