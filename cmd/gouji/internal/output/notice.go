package output

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

// NoticeFormats are the formats that notices can be written in.
func NoticeFormats() []string { return []string{"docx", "md"} }

// Notices writes a letter (整改通知) to each organ in whose reports something was
// found that nobody put aside; one more tells of reports that name no organ or
// were not read. They are in Chinese, as letters between organs are. File names
// are those of the organs, made safe and distinct.
func Notices(a *Across, format string, o Options, write func(name string, data []byte) error) error {
	o.Lang = "zh"
	taken := map[string]bool{}
	put := func(n *notice) error {
		lines := n.lines(&o)
		if len(lines) == 0 {
			return nil
		}
		data, err := noticeMarkdown(lines), error(nil)
		if format == "docx" {
			data, err = noticeDocx(lines)
		}
		if err != nil {
			return err
		}
		return write(fileName(n.name, taken)+"."+format, data)
	}
	for i := range a.Organs {
		organ := &a.Organs[i]
		n := &notice{name: organ.Name, organ: organ.Name}
		for _, r := range organ.Reports {
			n.reports = append(n.reports, noticeReport{fmt.Sprintf("%d年度报告", r.Year), r.Result})
		}
		if err := put(n); err != nil {
			return err
		}
	}
	n := &notice{name: "未写明机关或未读出的年报"}
	for _, res := range a.Rest {
		n.reports = append(n.reports, noticeReport{"", res})
	}
	return put(n)
}

// notice is a letter to an organ about its reports.
type notice struct {
	name    string
	organ   string // "" when the reports name none
	reports []noticeReport
}

type noticeReport struct {
	title string
	res   rules.Result
}

// noticeLine is a paragraph of a letter.
type noticeLine struct {
	kind  noticeKind
	words string
}

type noticeKind uint8

const (
	noticeTitle noticeKind = iota
	noticeTo
	noticeBody
	noticeHeading // of a report
	noticeItem    // the head of a finding
	noticeDetail  // what it says
	noticeEnd
)

// lines are the letter's paragraphs; none when there is nothing to tell.
func (n *notice) lines(o *Options) []noticeLine {
	var body []noticeLine
	var counts [4]int
	reports := 0
	for _, r := range n.reports {
		list := noticeItems(r.res, o, &counts)
		if len(list) == 0 {
			continue
		}
		reports++
		heading := "文件：" + layout.Clean(r.res.Report.Path)
		if r.title != "" {
			heading = r.title + "（" + heading + "）"
		}
		body = append(body, noticeLine{noticeHeading, chinese(reports) + "、" + heading})
		body = append(body, list...)
	}
	if reports == 0 {
		return nil
	}
	to := "各有关单位："
	if n.organ != "" {
		to = layout.Clean(n.organ) + "："
	}
	head := []noticeLine{{noticeTitle, "政府信息公开工作年度报告整改通知"}, {noticeTo, to}, {noticeBody, noticeOpening(reports, counts)}}
	end := []noticeLine{
		{noticeBody, "请于　　　　年　　月　　日前完成整改，将更正后的年度报告和需要说明的情况报送我单位。已公开发布的报告，更正后应当重新发布。"},
		{noticeEnd, "联系人：　　　　　　　　联系电话：　　　　　　　　"}, {noticeEnd, "（印章）　　　　　　"}, {noticeEnd, "　　　　年　　月　　日"},
	}
	return slices.Concat(head, body, end)
}

// noticeOpening says what was found and what is to be done.
func noticeOpening(reports int, counts [4]int) string {
	words := fmt.Sprintf("按照《政府信息公开条例》和政府信息公开工作年度报告格式核对，下列 %d 份年度报告有需要处理的问题：", reports)
	var found, todo []string
	for _, s := range []struct {
		severity   rules.Severity
		name, what string
	}{
		{rules.Error, "错误", "标为“错误”的，请更正"}, {rules.Warning, "核实", "标为“核实”的，请查对台账，确有统计口径等原因的，书面说明"}, {rules.Info, "提示", "标为“提示”的供参考"},
	} {
		if counts[s.severity] > 0 {
			found = append(found, fmt.Sprintf("%s %d 处", s.name, counts[s.severity]))
			todo = append(todo, s.what)
		}
	}
	return words + strings.Join(found, "，") + "。" + strings.Join(todo, "；") + "。"
}

// noticeItems tells the findings of a report that nobody put aside, numbered,
// and counts them.
func noticeItems(res rules.Result, o *Options, counts *[4]int) []noticeLine {
	var out []noticeLine
	number := 0
	item := func(s rules.Severity, title string, details ...string) {
		number++
		counts[s]++
		out = append(out, noticeLine{noticeItem, fmt.Sprintf("%d. 【%s】%s", number, s.ZH(), title)})
		for _, d := range details {
			if d != "" {
				out = append(out, noticeLine{noticeDetail, d})
			}
		}
	}
	if why, ok := unreadWords(res, "zh"); ok {
		item(rules.Error, "文件没有读完", why)
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Suppressed != nil {
			continue
		}
		item(f.Severity, o.title(f), noticeDetails(res, f, o)...)
	}
	return out
}

// noticeDetails are the sentences under the head of a finding. One about the
// reading of a file rests on no regulation, and no value of it is wrong.
func noticeDetails(res rules.Result, f *rules.Finding, o *Options) []string {
	details := story(res.Report, f, "zh")
	if lined(res.Report.Format, f.Place) {
		details = slices.Insert(details, 1, "位置："+placeWords(f.Place, res.Report.Format, "zh"))
	}
	if r := o.Rules.Find(f.Code); r != nil && r.Family == rules.Reading {
		return slices.DeleteFunc(details, func(line string) bool { return strings.HasPrefix(line, "依据：") })
	}
	if values := bothValues(f); values != "" {
		details = slices.Insert(details, min(2, len(details)), values)
	}
	if f.Review != nil && f.Review.State == rules.ReviewConfirmed && f.Review.Reason != "" {
		details = append(details, "复核意见："+layout.Clean(f.Review.Reason))
	}
	return details
}

// bothValues says what stands there and what would agree.
func bothValues(f *rules.Finding) string {
	var words []string
	if f.Actual != "" {
		words = append(words, "现为“"+layout.Clean(f.Actual)+"”")
	}
	if f.Expected != "" {
		words = append(words, "应为“"+layout.Clean(f.Expected)+"”")
	}
	if len(words) == 0 {
		return ""
	}
	return "数值：" + strings.Join(words, "，")
}

// chinese writes a number up to 99 as headings are numbered.
func chinese(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return fmt.Sprint(n)
	case n < 10:
		return string(digits[n])
	}
	words := "十"
	if n >= 20 {
		words = string(digits[n/10]) + words
	}
	if n%10 > 0 {
		words += string(digits[n%10])
	}
	return words
}

// maxFileName is how many characters of an organ's name a file name has: 80 are
// 240 bytes, and most systems take 255.
const maxFileName = 70

// fileName makes a name safe for the file systems of Linux, macOS and Windows,
// and different from those taken, case or none.
func fileName(name string, taken map[string]bool) string {
	var b []rune
	for _, r := range layout.Clean(name) {
		if strings.ContainsRune(`<>:"/\|?*`, r) || !unicode.IsPrint(r) {
			r = '_'
		}
		b = append(b, r)
	}
	safe := strings.Trim(string(b[:min(len(b), maxFileName)]), " .")
	if safe == "" {
		safe = "_"
	}
	if base := strings.ToLower(safe); slices.Contains([]string{"con", "prn", "aux", "nul"}, base) || len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) {
		safe = "_" + safe
	}
	out := safe
	for i := 2; taken[strings.ToLower(out)]; i++ {
		out = fmt.Sprintf("%s-%d", safe, i)
	}
	taken[strings.ToLower(out)] = true
	return out
}
