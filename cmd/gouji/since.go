package main

import (
	"errors"
	"path/filepath"

	"github.com/gouji/gouji/cmd/gouji/internal/changed"
	"github.com/gouji/gouji/cmd/gouji/internal/config"
)

// since returns the jobs whose reports, or whose settings, differ from the
// revision, and how many others there are. A report is checked whole. What is
// in no file, standard input, always is.
func since(revision string, jobs []job) (out []job, left int, err error) {
	files, err := changed.Since(revision)
	if err != nil {
		return nil, 0, gitError(err)
	}
	settings := map[*config.File]bool{}
	for _, j := range jobs {
		keep := j.Path == "-"
		if !keep {
			if keep, err = files.Has(j.abs); err != nil {
				return nil, 0, gitError(err)
			}
		}
		for _, f := range j.Files {
			if _, ok := settings[f]; !ok {
				// Settings may come from outside of the repository.
				settings[f], err = files.Has(filepath.Join(f.Dir, filepath.Base(f.Path)))
				settings[f] = settings[f] && err == nil
			}
			keep = keep || settings[f]
		}
		if keep {
			out = append(out, j)
		} else {
			left++
		}
	}
	return out, left, nil
}

func gitError(err error) error {
	var e *changed.Error
	if errors.As(err, &e) {
		return &usageError{words: e.Words}
	}
	return err
}
