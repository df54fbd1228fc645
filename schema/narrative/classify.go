package narrative

import (
	"strings"
	"unicode/utf8"
)

// reasons why a number is no quantity of the report.
var (
	becauseDate     = Words{"是日期", "a date"}
	becauseOrdinal  = Words{"是序号或条款号", "an ordinal or the number of an article"}
	becauseDocument = Words{"是文号或文件名里的数", "part of a document's number or title"}
	becauseContact  = Words{"是电话、邮编、编码或地址", "a telephone, postcode or address"}
	becausePercent  = Words{"是百分比", "a percentage"}
	becauseIdiom    = Words{"是名称或用语的一部分", "part of a name or a phrase"}
)

// classify says what kind of number a token is, by what stands around it.
func (p *paragraph) classify(t *token) (Class, Words) {
	n := t.num
	before, behind := p.s[:n.i], p.s[n.j:]
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(behind)
	switch {
	case t.quoted:
		return Document, becauseDocument
	case n.unit == "%" || n.unit == "个百分点":
		return Percent, becausePercent
	case n.chinese:
		return Quantity, Words{}
	case last == '第' || strings.HasSuffix(before, "第（"):
		return Ordinal, becauseOrdinal
	case strings.HasPrefix(behind, "年") && n.unit == "", next == '月' && n.unit == "" && !strings.HasPrefix(behind, "月度"):
		return DateOf, becauseDate
	case last == '〔' || next == '〕' || next == '号' && n.unit == "":
		return Document, becauseDocument
	case isContact(before, behind, n):
		return Contact, becauseContact
	case n.unit == "" && (isLatin(last) || isLatin(next) || next == '+' || last == '+' || next == '·' || last == '·' || last == '/' || next == '/' || last == ':' || next == ':'):
		return Idiom, becauseIdiom
	case n.unit == "" && (next == '、' || next == '.' || next == '）' && last == '（') && (n.i == 0 || strings.ContainsRune("。；（：", last)):
		return Ordinal, becauseOrdinal
	}
	return Quantity, Words{}
}

// contactWords stand in front of numbers by which one reaches an organ.
var contactWords = []string{"电话", "邮编", "邮政编码", "传真", "地址", "邮箱", "联系", "网址", "信用代码", "编码", "门牌", "热线", "QQ"}

func isContact(before, behind string, n *number) bool {
	digits := n.j - n.i
	if digits >= 8 && n.unit == "" && !strings.ContainsAny(before[max(0, len(before)-3):], "，") {
		return true
	}
	if strings.HasSuffix(before, "-") || strings.HasPrefix(behind, "-") && len(behind) > 1 && isDigit(rune(behind[1])) || len(before) > 0 && strings.ContainsAny(before[len(before)-1:], "@._") {
		return true
	}
	if n.unit != "" || digits < 2 {
		return false
	}
	near := before[max(0, len(before)-36):]
	for _, w := range contactWords {
		if strings.Contains(near, w) {
			return true
		}
	}
	return strings.HasPrefix(behind, "热线")
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
