package made

import (
	"embed"
	"fmt"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed data/*.toml
var dataFiles embed.FS

// OrganKind is a kind of organ that reports.
type OrganKind string

// The kinds of organs that are made.
const (
	Township         OrganKind = "township"          // 镇、乡人民政府
	Street           OrganKind = "street"            // 街道办事处
	CountyBureau     OrganKind = "county-bureau"     // 县、区的局
	County           OrganKind = "county"            // 县、区人民政府
	PrefectureBureau OrganKind = "prefecture-bureau" // 设区的市的局
)

// OrganKinds lists the kinds of organs.
func OrganKinds() []OrganKind {
	return []OrganKind{Township, Street, CountyBureau, County, PrefectureBureau}
}

// Organ is a made organ.
type Organ struct {
	Kind   OrganKind
	Name   string   // 檀陵县砚垄镇人民政府
	Short  string   // 砚垄镇人民政府: as it signs, too
	Place  string   // 砚垄镇: what it governs, or itself for a bureau
	Parent string   // 檀陵县: above it
	We     []string // 我镇, 本镇: what it calls itself
	Topics []string // what it publishes about
}

type organData struct {
	First, Second, Numbered, County, City []string

	Topics map[string][]string
	Bureau []struct {
		Name   string
		Topics []string
	}
}

var organs = sync.OnceValue(func() *organData {
	var data organData
	readData("organs.toml", &data)
	return &data
})

// readData reads one of the embedded files. They are part of the program: a
// fault in one is a fault of the program, and the tests see it.
func readData(name string, into any) {
	meta, err := toml.DecodeFS(dataFiles, "data/"+name, into)
	if err != nil {
		panic(fmt.Sprintf("made: data/%s: %v", name, err))
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		panic(fmt.Sprintf("made: data/%s: unknown key %s", name, keys[0]))
	}
}

// NewOrgan makes an organ of the kind; of any kind when it is empty.
func NewOrgan(seed uint64, kind OrganKind) Organ {
	d := newDice(seed, streamOrgan)
	if kind == "" {
		kind = pick(d, []OrganKind{Township, Township, Township, Street, CountyBureau, County, PrefectureBureau})
	}
	data := organs()
	county := pick(d, data.County) + pick(d, []string{"县", "县", "区"})
	switch kind {
	case Street:
		place := data.village(d) + "街道"
		return Organ{
			Kind: kind, Name: county + place + "办事处", Short: place + "办事处", Place: place, Parent: county,
			We: []string{"我街道", "街道", "本街道"}, Topics: data.Topics["street"],
		}
	case CountyBureau:
		b := pick(d, data.Bureau)
		return Organ{
			Kind: kind, Name: county + b.Name, Short: county + b.Name, Place: b.Name, Parent: county,
			We: []string{"我局", "本局", "我单位"}, Topics: b.Topics,
		}
	case PrefectureBureau:
		b, city := pick(d, data.Bureau), pick(d, data.City)+"市"
		return Organ{
			Kind: kind, Name: city + b.Name, Short: city + b.Name, Place: b.Name, Parent: city,
			We: []string{"我局", "本局", "局机关"}, Topics: b.Topics,
		}
	case County:
		level := string([]rune(county)[len([]rune(county))-1])
		return Organ{
			Kind: kind, Name: county + "人民政府", Short: county + "人民政府", Place: county, Parent: pick(d, data.City) + "市",
			We: []string{"我" + level, "全" + level}, Topics: data.Topics["county"],
		}
	}
	level := pick(d, []string{"镇", "镇", "乡"})
	place := data.village(d) + level
	return Organ{
		Kind: Township, Name: county + place + "人民政府", Short: place + "人民政府", Place: place, Parent: county,
		We: []string{"我" + level, "本" + level, "全" + level}, Topics: data.Topics["township"],
	}
}

func (data *organData) village(d dice) string {
	if d.in(8) {
		return pick(d, data.Numbered)
	}
	return pick(d, data.First) + pick(d, data.Second)
}
