package made

// review tells form four: review and litigation, or that there was none.
func (w *writer) review() Paragraph {
	const direct, after = "litigation.direct.", "litigation.after_review."
	reviews := w.m.Int("review." + totalColumn)
	suits := w.m.Int(direct+totalColumn) + w.m.Int(after+totalColumn)
	if reviews == 0 && suits == 0 {
		if w.d.in(8) {
			return w.nearReview(nil)
		}
		return w.nearReview(Paragraph{w.none("review.none", nil, "review."+totalColumn, direct+totalColumn+" + "+after+totalColumn)})
	}
	var p Paragraph
	v := vars{"r": w.cell("review." + totalColumn)}
	switch {
	case reviews == 0:
		p = append(p, w.none("review.review_none", nil, "review."+totalColumn))
	case w.d.in(3):
		p = append(p, w.say("review.review_count", v))
	default:
		p = append(p, w.joined("review.review", v, "results", w.results("review.")))
	}
	v = vars{"s": w.sum(direct+totalColumn, after+totalColumn), "e": w.cell(direct + totalColumn), "f": w.cell(after + totalColumn)}
	switch {
	case suits == 0:
		p = append(p, w.none("review.litigation_none", nil, direct+totalColumn+" + "+after+totalColumn))
	case w.d.in(2):
		p = append(p, w.say("review.litigation", v))
	default:
		p = append(p, w.joined("review.litigation_results", v, "results", w.results(direct, after)))
	}
	return w.nearReview(p)
}

var resultNames = map[string]string{"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结"}

// results lists the results that occurred in the groups together.
func (w *writer) results(groups ...string) []item {
	var out []item
	for _, r := range reviewResults {
		var paths []string
		for _, g := range groups {
			paths = append(paths, g+r)
		}
		if val := w.sum(paths...); val.text != "0" {
			out = append(out, item{resultNames[r], val})
		}
	}
	return out
}

// nearReview adds cases that are not those of form four.
func (w *writer) nearReview(p Paragraph) Paragraph {
	if w.last == nil && w.d.in(12) {
		p = append(p, w.say("near.earlier", nil))
	} else if w.d.in(12) {
		p = append(p, w.say("near.review_other", nil))
	}
	return p
}
