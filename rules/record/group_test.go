package record

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// records makes one record for each "name year", "name year known".
func records(list ...string) []*Record {
	var out []*Record
	for i, s := range list {
		r := &Record{Path: fmt.Sprintf("%02d.toml", i)}
		var words = strings.Fields(s)
		r.Organ = words[0]
		if len(words) > 1 {
			fmt.Sscan(words[1], &r.Year)
		}
		if len(words) > 2 {
			r.Known = words[2]
		}
		out = append(out, r)
	}
	return out
}

// told prints organs as "name: 2021 2022 (also)".
func told(organs []Organ) []string {
	var out []string
	for _, o := range organs {
		s := o.Name + ":"
		for _, r := range o.Reports {
			s += fmt.Sprintf(" %d", r.Year)
		}
		if len(o.Also) > 0 {
			s += " (" + strings.Join(o.Also, " ") + ")"
		}
		out = append(out, s)
	}
	return out
}

func TestNamesAreGroupedByOrgan(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, want []string }{
		"the same name": {
			[]string{"临江县水利局 2023", "临江县水利局 2022"},
			[]string{"临江县水利局: 2022 2023"},
		},
		"a town with and without its government": {
			[]string{"临江县青石镇 2022", "临江县青石镇人民政府 2023", "临江县青石镇政府 2024"},
			[]string{"临江县青石镇人民政府: 2022 2023 2024 (临江县青石镇政府 临江县青石镇)"},
		},
		"a street and its office": {
			[]string{"云溪街道 2022", "云溪街道办事处 2023", "云溪街道办 2024"},
			[]string{"云溪街道办事处: 2022 2023 2024 (云溪街道办 云溪街道)"},
		},
		"a town's second version under another name stays its report": {
			[]string{"青石镇 2022", "青石镇人民政府 2022"},
			[]string{"青石镇人民政府: 2022 2022 (青石镇)"},
		},
		"a county's own report and the one over all its organs": {
			[]string{"临江县 2022", "临江县人民政府 2022", "临江县人民政府 2023"},
			[]string{"临江县: 2022", "临江县人民政府: 2022 2023"},
		},
		"a county whose title changes": {
			[]string{"临江县 2022", "临江县人民政府 2023"},
			[]string{"临江县人民政府: 2022 2023 (临江县)"},
		},
		"the places in front left out": {
			[]string{"江州市临江区人民政府 2024", "临江区人民政府 2023", "省级省江州市临江区人民政府 2022"},
			[]string{"省级省江州市临江区人民政府: 2022 2023 2024 (江州市临江区人民政府 临江区人民政府)"},
		},
		"a short name that two counties have": {
			[]string{"临江县城关镇人民政府 2022", "平川县城关镇人民政府 2022", "城关镇人民政府 2023"},
			[]string{"临江县城关镇人民政府: 2022", "城关镇人民政府: 2023", "平川县城关镇人民政府: 2022"},
		},
		"a short name with a report of the same year": {
			[]string{"临江县城关镇人民政府 2022", "城关镇人民政府 2022"},
			[]string{"临江县城关镇人民政府: 2022", "城关镇人民政府: 2022"},
		},
		"a bureau is not the place it ends in": {
			[]string{"临江县人民政府办公室 2022", "临江县人民政府 2023"},
			[]string{"临江县人民政府: 2023", "临江县人民政府办公室: 2022"},
		},
		"a name that ends in another without lying in it": {
			[]string{"大青石镇人民政府 2022", "青石镇人民政府 2023"},
			[]string{"大青石镇人民政府: 2022", "青石镇人民政府: 2023"},
		},
		"a former name that the project knows": {
			[]string{"临江县环保局 2022 临江县生态环境局", "临江县生态环境局 2023 临江县生态环境局"},
			[]string{"临江县生态环境局: 2022 2023 (临江县环保局)"},
		},
		"two organs that the project knows": {
			[]string{"江州市临江区人民政府 2022 江州市临江区人民政府", "临江区人民政府 2023 临江区人民政府"},
			[]string{"临江区人民政府: 2023", "江州市临江区人民政府: 2022"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			organs, rest := Group(records(c.in...))
			assert.Empty(t, rest)
			assert.Equal(t, c.want, told(organs))
		})
	}
}

func TestAReportWithoutOrganOrYearIsLeftOver(t *testing.T) {
	t.Parallel()
	list := records("临江县水利局 2022", "临江县水利局")
	list = append(list, &Record{Path: "x", Year: 2022})
	organs, rest := Group(list)
	assert.Len(t, organs, 1)
	assert.Equal(t, list[1:], rest)
}

func TestAYearIsExpectedWhenMostOrgansHaveIt(t *testing.T) {
	t.Parallel()
	list := records("甲局 2022", "甲局 2023", "甲局 2023", "乙局 2023", "丙局 2021", "丙局 2022")
	organs, _ := Group(list)
	assert.Equal(t, []int{2022, 2023}, Expected(organs))
	two, _ := Group(list[:4])
	assert.Empty(t, Expected(two), "two organs are no majority")
}
