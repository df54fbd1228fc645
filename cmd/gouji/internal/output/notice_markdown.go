package output

import "strings"

// markdownSigns are those that mean something within a line of Markdown.
var markdownSigns = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "~", `\~`, "&", `\&`, "|", `\|`, "$", `\$`, "!", `\!`, "#", `\#`,
)

// noticeMarkdown writes a letter as Markdown.
func noticeMarkdown(lines []noticeLine) []byte {
	var b strings.Builder
	for _, l := range lines {
		words := markdownSigns.Replace(l.words)
		switch l.kind {
		case noticeTitle:
			b.WriteString("# " + words)
		case noticeHeading:
			b.WriteString("\n## " + words)
		case noticeItem:
			b.WriteString("\n" + words)
		case noticeDetail:
			b.WriteString("   - " + words)
		default:
			b.WriteString("\n" + words)
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}
