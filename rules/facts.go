package rules

import "strings"

// Facts are what a project knows and no report says: its organs, and words of
// its own. They come from gouji.toml and may be empty; a rule must make do
// without.
type Facts struct {
	Organs []OrganFact
	// Lexicon lists words by the domain that they belong to: 水利, 税务, …
	Lexicon map[string][]string
}

// OrganFact is what is known of one organ.
type OrganFact struct {
	Name          string
	Aliases       []string  // other full names, earlier ones too
	Abbreviations []string  // 县水利局
	Kind          OrganKind // "" when nobody said
	Parent        string    // the name of the organ above it
}

// OrganKind is the kind of an organ.
type OrganKind string

// The kinds of organs.
const (
	Ministry   OrganKind = "ministry"   // 国务院部门
	Province   OrganKind = "province"   // 省、自治区、直辖市政府
	City       OrganKind = "city"       // 设区的市、自治州政府
	County     OrganKind = "county"     // 县、县级市、市辖区政府
	Township   OrganKind = "township"   // 乡镇政府
	Street     OrganKind = "street"     // 街道办事处
	Department OrganKind = "department" // 政府部门
	Other      OrganKind = "other"      // 其他单位
)

// OrganKinds lists the kinds of organs, the highest first.
func OrganKinds() []OrganKind {
	return []OrganKind{Ministry, Province, City, County, Township, Street, Department, Other}
}

// Organ returns what is known of the organ of that name, alias or abbreviation,
// or nil. White space, which printed names are full of, does not count.
func (f *Facts) Organ(name string) *OrganFact {
	name = Squeeze(name)
	if f == nil || name == "" {
		return nil
	}
	for i := range f.Organs {
		o := &f.Organs[i]
		if Squeeze(o.Name) == name {
			return o
		}
		for _, also := range append(append([]string{}, o.Aliases...), o.Abbreviations...) {
			if Squeeze(also) == name {
				return o
			}
		}
	}
	return nil
}

// Squeeze returns the words without white space, which printed names are full of.
func Squeeze(words string) string { return strings.Join(strings.Fields(words), "") }
