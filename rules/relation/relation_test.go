package relation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// consistent returns a report whose forms three and four add up. scale is the
// size of its figures; many of them are 0, as in real reports.
func consistent(edition string, rng *rand.Rand, scale int64) *schema.Report {
	e := schema.EditionByID(edition)
	r := schema.NewReport("made.txt", "text")
	r.Edition, r.Year = e, e.From
	for _, spec := range e.Forms {
		f := &schema.Form{Spec: spec}
		for _, row := range spec.Rows {
			f.Rows = append(f.Rows, schema.Row{Spec: row})
			for _, id := range row.Cells {
				set(r, id, 0)
			}
		}
		r.Forms[spec.Key] = f
	}
	draw := func(share int) int64 {
		if rng.IntN(10) >= share {
			return 0
		}
		return rng.Int64N(scale) + 1
	}
	form := e.Form(schema.Applications)
	rows := map[string]*schema.RowSpec{}
	for _, row := range form.Rows {
		rows[row.Key] = row
	}
	received, carriedIn := rows["applications.received"], rows["applications.carried_in"]
	total, carriedOut := rows["applications.outcome.total"], rows["applications.carried_out"]
	for c := range 6 {
		var sum int64
		for _, row := range form.Rows {
			if row.Leaf {
				v := draw(4)
				if c > 1 {
					v = draw(1)
				}
				set(r, row.Cells[c], v)
				sum += v
			}
		}
		set(r, total.Cells[c], sum)
		out := draw(3)
		set(r, carriedOut.Cells[c], out)
		in := min(draw(3), sum+out)
		set(r, carriedIn.Cells[c], in)
		set(r, received.Cells[c], sum+out-in)
	}
	for _, row := range form.Rows {
		addUp(r, row)
	}
	for _, row := range e.Form(schema.Review).Rows {
		for c := range 4 {
			set(r, row.Cells[c], draw(4))
		}
		addUp(r, row)
	}
	return r
}

func addUp(r *schema.Report, row *schema.RowSpec) {
	var sum int64
	n := len(row.Cells) - 1
	for _, id := range row.Cells[:n] {
		v, _ := r.Cells[id].Int()
		sum += v
	}
	set(r, row.Cells[n], sum)
}

func set(r *schema.Report, id schema.CellID, v int64) {
	r.Cells[id] = schema.Cell{State: schema.Numeric, Value: schema.Int(v), Raw: fmt.Sprint(v)}
}

func get(r *schema.Report, path string) int64 {
	v, _ := r.Cells[schema.MustCell(path)].Int()
	return v
}

func formCells(r *schema.Report, key schema.FormKey) []schema.CellID {
	var out []schema.CellID
	for _, row := range r.Forms[key].Spec.Rows {
		out = append(out, row.Cells...)
	}
	return out
}

func TestConsistentReportsHold(t *testing.T) {
	t.Parallel()
	for _, edition := range []string{"2019", "2021"} {
		for seed := range uint64(200) {
			r := consistent(edition, rand.New(rand.NewPCG(seed, 1)), 1+int64(seed)*7)
			res := Check(r, nil)
			require.Empty(t, res.Violated, "seed %d", seed)
			require.Empty(t, res.Unchecked)
			require.Empty(t, res.Causes)
		}
	}
}

func TestOneWrongCellOfFormThreeIsNamed(t *testing.T) {
	t.Parallel()
	for _, scale := range []int64{3, 40, 5000} {
		for seed := range uint64(4) {
			rng := rand.New(rand.NewPCG(seed, uint64(scale)))
			base := consistent("2021", rng, scale)
			for _, id := range formCells(base, schema.Applications) {
				right, _ := base.Cells[id].Int()
				for _, wrong := range []int64{right + 1, right*10 + 3, right / 10, max(0, right-2)} {
					if wrong == right {
						continue
					}
					set(base, id, wrong)
					res := Check(base, nil)
					set(base, id, right)
					require.Len(t, res.Causes, 1, "%s %d for %d", id.Path(), wrong, right)
					c := res.Causes[0]
					require.NotEmpty(t, c.Explanations)
					assert.Len(t, c.Explanations, 1, "%s: a cell of form three stands in a row and a column", id.Path())
					assert.Equal(t, []Change{{id, wrong, right}}, c.Explanations[0].Changes)
				}
			}
		}
	}
}

func TestOneWrongCellOfFormFourIsAmongTheExplanations(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 7))
	for range 40 {
		r := consistent("2021", rng, 30)
		for _, id := range formCells(r, schema.Review) {
			right, _ := r.Cells[id].Int()
			set(r, id, right+4)
			res := Check(r, nil)
			set(r, id, right)
			require.Len(t, res.Causes, 1)
			assert.Equal(t, "TB104", res.Causes[0].Rule)
			assert.True(t, slices.ContainsFunc(res.Causes[0].Explanations, func(e Explanation) bool {
				return slices.Equal(e.Changes, []Change{{id, right + 4, right}})
			}), id.Path())
		}
	}
}

func TestTwoWrongCellsAreAmongTheMinimalExplanations(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 9))
	for n := range 400 {
		r := consistent("2021", rng, 60)
		cells := formCells(r, schema.Applications)
		a, b := cells[rng.IntN(len(cells))], cells[rng.IntN(len(cells))]
		if a == b {
			continue
		}
		rightA, _ := r.Cells[a].Int()
		rightB, _ := r.Cells[b].Int()
		set(r, a, rightA+1+rng.Int64N(50))
		set(r, b, rightB+1+rng.Int64N(50))
		found := map[schema.CellID]int64{}
		cells2 := 0
		for _, c := range Check(r, nil).Causes {
			require.NotEmpty(t, c.Explanations, "case %d", n)
			cells2 += len(c.Explanations[0].Changes)
			for _, e := range c.Explanations {
				for _, change := range e.Changes {
					if change.Cell == a && change.To == rightA || change.Cell == b && change.To == rightB {
						found[change.Cell] = change.To
					}
				}
			}
		}
		if cells2 >= 2 {
			assert.Len(t, found, 2, "case %d: %s %s", n, a.Path(), b.Path())
		}
	}
}

func TestTwoIndependentErrorsAreTwoCauses(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(1, 1)), 50)
	a, b := schema.MustCell("applications.outcome.granted.natural"), schema.MustCell("applications.outcome.unprocessed.repeat.business")
	set(r, a, get(r, a.Path())+5)
	set(r, b, get(r, b.Path())+9)
	res := Check(r, nil)
	require.Len(t, res.Causes, 2)
	for _, c := range res.Causes {
		require.Len(t, c.Explanations, 1)
		assert.Len(t, c.Explanations[0].Changes, 1)
		assert.Len(t, c.Violated, 2)
	}
}

// TestWhatIsLeftBesideSureErrorsIsExplained has four wrong cells in one group of
// relations, more than are searched for at once: two are sure by themselves, and
// the pair that is left is explained as if they were mended.
func TestWhatIsLeftBesideSureErrorsIsExplained(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(3, 3)), 50)
	for _, change := range []struct {
		path string
		by   int64
	}{
		{"applications.outcome.granted.natural", 1}, {"applications.outcome.unavailable.not_held.business", 2},
		{"applications.carried_out.natural", 4}, {"applications.carried_out.total", 4},
	} {
		set(r, schema.MustCell(change.path), get(r, change.path)+change.by)
	}
	res := Check(r, nil)
	require.Len(t, res.Causes, 3)
	sure, pair := 0, false
	for _, c := range res.Causes {
		if len(c.Explanations) == 1 && len(c.Explanations[0].Changes) == 1 {
			sure++
		}
		for _, e := range c.Explanations {
			carried := schema.MustCell("applications.carried_out.natural")
			pair = pair || len(e.Changes) == 2 && slices.ContainsFunc(e.Changes, func(ch Change) bool { return ch.Cell == carried && ch.To == ch.From-4 })
		}
	}
	assert.Equal(t, 2, sure)
	assert.True(t, pair)
}

func TestSlipsAreNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		typed, meant int64
		want         string
	}{
		{14, 41, "digits-swapped"}, {1, 14, "digit-dropped"}, {114, 14, "digit-doubled"}, {124, 14, "digit-added"},
		{140, 14, "times-ten"}, {15, 25, "digit-wrong"}, {3, 8, ""}, {0, 14, ""}, {14, 0, ""},
	} {
		assert.Equal(t, tt.want, digitSlip(tt.typed, tt.meant).Key, "%d for %d", tt.typed, tt.meant)
	}
}

func TestATotalLeftEmptyIsNamed(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(1, 1)), 50)
	for i, v := range []int64{10, 1, 0, 0, 0} {
		set(r, r.Forms[schema.Review].Spec.Rows[0].Cells[i], v)
	}
	res := Check(r, nil)
	require.Len(t, res.Causes, 1)
	require.Len(t, res.Causes[0].Explanations, 1, "no part can be negative")
	assert.Equal(t, "total-empty", res.Causes[0].Explanations[0].Slip.Key)
	assert.Equal(t, int64(11), res.Causes[0].Explanations[0].Changes[0].To)
}

func TestARowShiftedByOneColumnIsOneCause(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(5, 5)), 50)
	row := r.Forms[schema.Applications].Spec.Row("applications.outcome.unavailable.not_held")
	old := make([]int64, 7)
	for i, id := range row.Cells {
		old[i], _ = r.Cells[id].Int()
	}
	values := []int64{12, 5, 3, 2, 1, 0, 23}
	for i, id := range row.Cells { // take the row into the sums first
		for _, key := range []string{"applications.outcome.total", "applications.received"} {
			sum := r.Forms[schema.Applications].Spec.Row(key).Cells[i]
			v, _ := r.Cells[sum].Int()
			set(r, sum, v+values[i]-old[i]+500)
		}
		_ = id
	}
	for i := range row.Cells {
		granted := r.Forms[schema.Applications].Spec.Row("applications.outcome.granted").Cells[i]
		v, _ := r.Cells[granted].Int()
		set(r, granted, v+500)
		set(r, row.Cells[i], values[i])
	}
	for _, key := range []string{"applications.outcome.total", "applications.received", "applications.outcome.granted"} {
		total := r.Forms[schema.Applications].Spec.Row(key).Cells[6]
		v, _ := r.Cells[total].Int()
		set(r, total, v+2500)
	}
	require.Empty(t, Check(r, nil).Violated)
	for i, id := range row.Cells {
		set(r, id, values[(i+6)%7]) // everything one column to the right
	}
	res := Check(r, nil)
	require.Len(t, res.Causes, 1)
	assert.Equal(t, "row-shifted", res.Causes[0].Explanations[0].Slip.Key)
}

func TestUnknownCellsAreNotZero(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(2, 2)), 50)
	row := r.Forms[schema.Applications].Spec.Row("applications.received")
	blank := row.Cells[2]
	r.Cells[blank] = schema.Cell{State: schema.Blank}
	res := Check(r, nil)
	assert.Empty(t, res.Violated)
	assert.Len(t, res.Unchecked, 2, "its row and its column")
	set(r, row.Cells[0], get(r, row.Cells[6].Path())+100)
	res = Check(r, nil)
	assert.NotEmpty(t, res.Violated, "a part larger than the whole is wrong whatever the blank holds")
}

func TestARaggedRowIsWrongOnlyUnderEveryAlignment(t *testing.T) {
	t.Parallel()
	build := func(values ...int64) *schema.Report {
		r := consistent("2019", rand.New(rand.NewPCG(1, 1)), 1)
		for _, id := range formCells(r, schema.Applications) {
			set(r, id, 0)
		}
		form := r.Forms[schema.Applications]
		for i := range form.Rows {
			if form.Rows[i].Spec.Key == "applications.outcome.granted" {
				form.Rows[i].Ragged = true
				for _, v := range values {
					form.Rows[i].Values = append(form.Rows[i].Values, schema.Cell{State: schema.Numeric, Value: schema.Int(v)})
				}
				for _, id := range form.Rows[i].Spec.Cells {
					r.Cells[id] = schema.Cell{}
				}
			}
		}
		return r
	}
	res := Check(build(6, 0, 0, 0, 0, 0), nil)
	require.Len(t, res.Causes, 1)
	assert.Equal(t, "TB102", res.Causes[0].Rule)
	assert.NotNil(t, res.Causes[0].Row)

	res = Check(build(0, 0, 0, 0, 0, 0), nil)
	assert.Empty(t, res.Causes)
	values, known := res.Possible(schema.MustCell("applications.outcome.granted.total"))
	assert.True(t, known)
	assert.Equal(t, []int64{0}, values)

	values, known = Check(build(3, 0, 0, 0, 0, 3), nil).Possible(schema.MustCell("applications.outcome.granted.total"))
	assert.True(t, known)
	assert.Equal(t, []int64{3, 6}, values, "the total may be the last value, or lost and 6")
}

func TestWitnessesDecideBetweenEqualExplanations(t *testing.T) {
	t.Parallel()
	r := consistent("2021", rand.New(rand.NewPCG(1, 1)), 50)
	row := r.Forms[schema.Review].Spec.Rows[0]
	for i, v := range []int64{3, 2, 0, 0, 6} {
		set(r, row.Cells[i], v)
	}
	upheld := row.Cells[0]
	assert.NotEqual(t, upheld, Check(r, nil).Causes[0].Explanations[0].Changes[0].Cell)
	got := Check(r, []Witness{{upheld, 4}}).Causes[0].Explanations[0].Changes[0]
	assert.Equal(t, Change{upheld, 3, 4}, got)
}

func BenchmarkEvaluate(b *testing.B) {
	r := consistent("2021", rand.New(rand.NewPCG(1, 1)), 500)
	b.ReportAllocs()
	for b.Loop() {
		Check(r, nil)
	}
}

func BenchmarkExplain(b *testing.B) {
	for n := range 4 {
		b.Run(fmt.Sprintf("wrong=%d", n+1), func(b *testing.B) {
			r := consistent("2021", rand.New(rand.NewPCG(1, 1)), 500)
			rng := rand.New(rand.NewPCG(4, 4))
			cells := formCells(r, schema.Applications)
			for range n + 1 {
				id := cells[rng.IntN(len(cells))]
				v, _ := r.Cells[id].Int()
				set(r, id, v+1+rng.Int64N(90))
			}
			b.ReportAllocs()
			for b.Loop() {
				Check(r, nil)
			}
		})
	}
}
