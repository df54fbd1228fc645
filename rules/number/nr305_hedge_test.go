package number

import "testing"

func TestHedges(t *testing.T) {
	t.Parallel()
	hold(t, Hedge, []one{
		{"an exact number of two digits", "发布重点工作信息15余条。", "warning: “15余条”：15 是确数"},
		{"an exact number of three digits", "主动公开政府信息269余件。", "准确的写“269件”，概数写“260余件”"},
		{"four digits", "主动公开信息2535余条。", "概数写“2530余条”"},
		{"a thousands separator", "主动公开信息2,535余条。", "2535 是确数"},
		{"多 behind an exact number", "接听电话127多次。", "127 是确数"},
		{"white space of a wrapped line", "主动公开政府信息269\n余件。", "269 是确数"},
		{"full-width digits", "发布信息１５余条。", "15 是确数"},
		{"two hedges", "主动公开信息约300余条。", "info: “约300余条”"},
		{"two hedges, 近", "接待群众近200余人次。", "info: “近200余人次”"},

		{"a round number", "发布信息20余条、300余条、1000多条。", ""},
		{"ten", "开展培训10余次。", ""},
		{"tens of thousands", "阅读量1.2万余次，访问量12万余次。", ""},
		{"Chinese numerals", "开展培训十余次，发布信息二十多条，走访十五余件。", ""},
		{"a hedge in front only", "约300条，近200人次，超过15件。", ""},
		{"达 and 余", "访问量达3000余次。", ""},
		{"最近 is no hedge", "最近30余条信息。", ""},
		{"余 of something else", "公开信息15条，余额3件。", ""},
		{"其余", "收到15件，其余3件结转。", ""},
		{"an ordinal", "根据第15条，余下3件继续办理。", ""},
		{"a document's name", "印发《关于15余条意见的通知》。", ""},
		{"多 begins the next word", "开展培训15次，多次检查，2023年多部门联合。", ""},
		{"以上 is not judged", "满意度95%以上，公开信息15条以上。", ""},
	})
}
