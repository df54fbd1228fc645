package record

import (
	"strings"
	"unicode/utf8"
)

// spellings are endings of organs' names that are written in two ways.
var spellings = [][2]string{
	{"街道办事处", "街道"}, {"街道办", "街道"}, {"管理委员会", "管委会"},
}

// spelled returns a name in one spelling: without white space and the remark
// that it is sealed; the second result is whether it names a government.
func spelled(name string) (core string, government bool) {
	name = strings.Join(strings.Fields(name), "")
	for _, remark := range []string{"（盖章）", "(盖章)"} {
		name = strings.TrimSuffix(name, remark)
	}
	for _, tail := range []string{"人民政府", "政府"} {
		if rest, ok := strings.CutSuffix(name, tail); ok && rest != "" {
			return rest, true
		}
	}
	for _, s := range spellings {
		if rest, ok := strings.CutSuffix(name, s[0]); ok && rest != "" {
			return rest + s[1], false
		}
	}
	return name, false
}

// towns end the names of places that have one organ that reports: 青石镇 and
// 青石镇人民政府 are the same. Of a county there may be two reports: its
// government's own, and one over all its organs.
var towns = []string{"镇", "乡", "街道", "苏木"}

func isTown(core string) bool {
	for _, t := range towns {
		if strings.HasSuffix(core, t) {
			return true
		}
	}
	return false
}

// parents are the last characters of the names of places that others lie in.
const parents = "省市州盟区县旗"

// minCore is how many characters a name must have to be found at the end of a
// longer one.
const minCore = 3

// within lists the shorter names that the name may be printed as: without the
// places in front that it lies in.
func within(core string) []string {
	var out []string
	for i, r := range core {
		end := i + utf8.RuneLen(r)
		if i > 0 && strings.ContainsRune(parents, r) && utf8.RuneCountInString(core[end:]) >= minCore {
			out = append(out, core[end:])
		}
	}
	return out
}

// Names lists the names that an organ may write of itself, given those that are
// known: with and without the places in front and the words behind.
func Names(known ...string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(name string) {
		if utf8.RuneCountInString(name) >= minCore && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, name := range known {
		add(name)
		core, _ := spelled(name)
		add(core)
		for _, short := range within(core) {
			add(short + "人民政府")
			add(short)
		}
	}
	return out
}
