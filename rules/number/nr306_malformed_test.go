package number

import "testing"

func TestMalformedNumbersAndDates(t *testing.T) {
	t.Parallel()
	hold(t, Malformed, []one{
		{"six digits of a year", "截至202020年12月31日，公开信息20条。", "error: “202020年”：年份的位数不对，疑为“2020年”"},
		{"five digits", "20255年全面推进。", "疑为“2025年”"},
		{"three digits and a month", "202年3月召开会议。", "“202年”"},
		{"a thirteenth month", "2023年13月5日召开会议。", "error: “2023年13月”：没有这个月份"},
		{"no month", "0月5日召开会议。", "没有这个月份"},
		{"the 30th of February", "2月30日召开会议。", "“2月30日”：没有这一天"},
		{"31 days in June", "2023年6月31日召开会议。", "“2023年6月31日”：没有这一天"},
		{"the 32nd", "12月32日召开会议。", "没有这一天"},
		{"the 29th in a common year", "2023年2月29日召开会议。", "没有这一天"},
		{"号 for a day", "11月31号召开会议。", "没有这一天"},
		{"年 in a document's number", "落实国办发〔2019〕年60号文件。", "warning: “〔2019〕年60号”：文号写法有误，疑为“〔2019〕60号”"},
		{"square brackets", "落实国办发[2019]年60号文件。", "文号写法有误"},
		{"five digits in brackets", "落实国办发〔20190〕60号文件。", "文号写法有误"},
		{"a comma out of place", "公开信息1,36件。", "warning: “1,36件”：千分位逗号"},
		{"four digits behind a comma", "公开信息1,3620件。", "千分位逗号"},
		{"two points", "收费2..5万元。", "“2..5”：小数点重复，疑为“2.5”"},
		{"two percent signs", "满意率98%%。", "百分号重复，疑为“98%”"},
		{"百分之 and a sign", "满意率百分之98.5%。", "“百分之98.5%”：百分号重复，疑为“98.5%”"},
		{"a thirteenth month between dashes", "2023-13-05召开会议。", "error: “2023-13-05”：没有这个月份"},
		{"the 30th of February between strokes", "2023/2/30召开会议。", "没有这一天"},
		{"numerals", "二〇二三年二月三十日召开会议。", "error: “二〇二三年二月三十日”：没有这一天"},
		{"a thirteenth month in numerals", "二〇二三年十三月五日召开会议。", "没有这个月份"},

		{"right dates between dashes", "2024-02-29、2023/12/31召开会议，文件2023-13-05-1。", ""},
		{"right dates in numerals", "二〇二四年二月二十九日、十二月三十一日、十月十日召开会议。", ""},
		{"right dates", "2024年2月29日、2023年12月31日、4月30日召开会议。", ""},
		{"a 29th of February of no year", "2月29日召开会议。", ""},
		{"lost 年 and 月", "自202111日起至20211231日止。", ""},
		{"lost 年", "20211月1日起至202112月31日。", ""},
		{"lost brackets", "国办发〔20241号，国办发202130号。", ""},
		{"digits split by spaces", "2021 年 1 2 月 3 1 日，自1 2月30日起。", ""},
		{"two years with a dash lost", "20202021年连续两年。", ""},
		{"a span of years", "2021-2023年，2021年至2023年。", ""},
		{"months as a length", "为期13个月，每18个月报送一次。", ""},
		{"right document numbers", "国办发〔2019〕54号、国办公开办函〔2021〕30号、〔24〕15号。", ""},
		{"separators", "公开信息1,362件，访问1,234,567次，金额15646978.85元。", ""},
		{"articles", "依据第1,36条，公开2,30项。", ""},
		{"a sentence's comma", "收到14件,36人次参加。", ""},
		{"a full-width comma of a sentence", "分别为1，36件。", ""},
		{"three dots", "收费2...5万元。", ""},
		{"a URL and a telephone", "网址www.example.cn/art/2023/13/5，电话0512-8888666。", ""},
		{"a whole percentage", "满意率100%，百分之九十八。", ""},
		{"a long history", "已有202年历史。", ""},
	})
}
