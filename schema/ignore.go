package schema

import "strings"

// Ignore is a comment of a structured report that asks for findings to be put
// aside, on the line of what they are about or on the line above it:
//
//	# gouji:ignore TB101 公文原件如此，已向上级说明
//
// It is kept as written: whether it is whole is for a rule to say.
type Ignore struct {
	Verb     string   // "ignore"; another word is a slip
	Codes    []string // the rules it names
	Reason   string   // the words behind the codes
	Place    Place    // of the comment
	From, To int      // the lines it speaks of
}

// parseIgnore reads a comment, from its # on; ok is false when it is meant for
// people.
func parseIgnore(comment string) (ig Ignore, ok bool) {
	s := strings.TrimSpace(strings.TrimLeft(comment, "#"))
	rest, ok := strings.CutPrefix(s, "gouji:")
	if !ok {
		rest, ok = strings.CutPrefix(s, "gouji：")
	}
	if !ok {
		return Ignore{}, false
	}
	rest = strings.TrimSpace(rest)
	n := strings.IndexFunc(rest, func(r rune) bool { return !isASCIILetter(r) && r != '-' })
	if n < 0 {
		n = len(rest)
	}
	ig.Verb, rest = rest[:n], rest[n:]
	for {
		rest = strings.TrimLeft(rest, " \t,，、:：　")
		code, after, is := cutCode(rest)
		if !is {
			break
		}
		ig.Codes, rest = append(ig.Codes, code), after
	}
	ig.Reason = strings.TrimSpace(rest)
	return ig, true
}

// cutCode cuts the code of a rule, two letters and three digits, from the head
// of the words.
func cutCode(s string) (code, rest string, ok bool) {
	if len(s) < 5 {
		return "", s, false
	}
	for i := range 5 {
		if c := rune(s[i]); i < 2 && !isASCIILetter(c) || i >= 2 && (c < '0' || c > '9') {
			return "", s, false
		}
	}
	if len(s) > 5 && (isASCIILetter(rune(s[5])) || s[5] >= '0' && s[5] <= '9') {
		return "", s, false
	}
	return strings.ToUpper(s[:5]), s[5:], true
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// ignores reads the comments that the scanner passed. A comment at the end of a
// line speaks of that line, one that has a line to itself of the next line with
// anything on it; either speaks of the whole value that begins there, and, at
// the end of a value of several lines, of all of them.
func (d *tomlDecoder) ignores(root *node) {
	var spans [][2]int
	for _, c := range d.s.comments {
		ig, ok := parseIgnore(d.s.src[c[0]:c[1]])
		if !ok {
			continue
		}
		if spans == nil {
			spans = d.spans(root, [][2]int{})
		}
		ig.Place = d.place(c[0], c[1])
		line := ig.Place.Line
		alone := strings.TrimSpace(d.s.src[d.s.lines[line-1]:c[0]]) == ""
		if alone {
			line = d.s.nextLine(line)
		}
		ig.From, ig.To = line, line
		for _, span := range spans {
			if span[0] == line || span[1] == line && !alone {
				ig.From, ig.To = min(ig.From, span[0]), max(ig.To, span[1])
			}
		}
		d.r.Ignores = append(d.r.Ignores, ig)
	}
}

// spans adds the first and last line of every key's value below n.
func (d *tomlDecoder) spans(n *node, out [][2]int) [][2]int {
	for _, key := range n.keys {
		c := n.children[key]
		if c.kind != tableNode && c.keyEnd > 0 {
			from, _ := d.s.position(c.keyAt)
			to, _ := d.s.position(c.end)
			out = append(out, [2]int{from, to})
		}
		out = d.spans(c, out)
	}
	for _, item := range n.items {
		out = d.spans(item, out)
	}
	return out
}

// nextLine returns the first line after the line that holds more than a
// comment, or the line itself at the end of the file.
func (s *tomlScanner) nextLine(line int) int {
	for next := line; next < len(s.lines); next++ {
		text, _, _ := strings.Cut(s.src[s.lines[next]:], "\n")
		if text = strings.TrimSpace(text); text != "" && text[0] != '#' {
			return next + 1
		}
	}
	return line
}
