package main

import (
	"os"
	"path/filepath"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/rules"
)

// organsOf reads a file of organs: the [[organ]] tables of a gouji.toml, kept
// apart because one list serves many folders.
func (a *app) organsOf(path string) ([]rules.OrganFact, error) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, wrong("没有机关名单“%s”", "no file of organs %q", path)
	}
	l, err := config.NewLoader(a.catalog, config.Flags{}, path)
	if err != nil {
		return nil, a.ruleError(err)
	}
	e, err := l.For(filepath.Join(filepath.Dir(path), "-"))
	if err == nil {
		err = l.Err()
	}
	if err != nil {
		return nil, a.ruleError(err)
	}
	if len(e.Settings.Facts.Organs) == 0 {
		return nil, wrong("机关名单“%s”里没有 [[organ]]", "the file of organs %q has no [[organ]]", path)
	}
	return e.Settings.Facts.Organs, nil
}

// addOrgans makes the organs known for all files, behind those of the projects.
func addOrgans(jobs []job, organs []rules.OrganFact) {
	done := map[*rules.Settings]bool{}
	for _, j := range jobs {
		if s := j.Settings; s != nil && !done[s] {
			done[s] = true
			facts := *s.Facts
			facts.Organs = append(append([]rules.OrganFact{}, facts.Organs...), organs...)
			s.Facts = &facts
		}
	}
}
