package intake

// withoutInner drops the headings of lists within a section that are numbered
// like the sections themselves: 一、存在的问题 and 二、改进措施 under 五、. Such a list
// begins again at one, behind a section, with what is no section still to come.
func withoutInner(all []heading) []heading {
	var out []heading
	last, inner := heading{}, 0
	seen := map[string]bool{}
	for i, h := range all {
		known := h.key != "" && !seen[h.key] && h.key != last.key && !comesLater(all[i+1:], h)
		switch {
		case last.number > 0 && h.number == 1 && h.style == last.style && !known:
			inner = 1
			continue
		case inner > 0 && h.number == inner+1 && h.style == last.style && !known:
			inner++
			continue
		}
		out = append(out, h)
		inner = 0
		if seen[h.key] = true; h.number > 0 {
			last = h
		}
	}
	return out
}

// comesLater reports whether a heading behind says more surely that the section
// begins there.
func comesLater(rest []heading, h heading) bool {
	for _, other := range rest {
		if other.key == h.key && (other.exact || !h.exact) {
			return true
		}
	}
	return false
}
