package intake

import "strings"

// reviewStream binds tokens to form four: behind its heads, fifteen figures.
func reviewStream(c *collected, tokens []token) {
	heads := 0
	var run []token
	flush := func() {
		defer func() { run = nil }()
		if len(run) == 0 || heads < 2 {
			c.loose = append(c.loose, run)
			return
		}
		at := run[0].text.Whole().To(run[len(run)-1].text.Whole())
		values, ok := valuesOf(run, reviewColumns)
		switch {
		case !ok:
			c.extra = append(c.extra, c.gluedProblem("表头", run[0].text.Value, at, reviewGroups...))
		case len(values) != reviewColumns:
			c.extra = append(c.extra, unreadReview(at, len(run)))
		default:
			for i, key := range reviewGroups {
				c.rows = append(c.rows, found{key: key, exact: true, place: at, values: values[5*i : 5*i+5]})
			}
		}
	}
	for _, t := range tokens {
		if t.isFigures() {
			run = append(run, t)
			continue
		}
		flush()
		if words := bare(t.text.Value); isReviewWord(words) || len(words) >= 6 && strings.Contains("结果维持结果纠正其他结果尚未审结行政复议行政诉讼", words) {
			heads++
			c.seen(t.text.Whole(), "lines")
			c.header = true
		}
	}
	flush()
}
