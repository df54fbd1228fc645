package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestConvertPrintsWhatWasNotReadAndExitsThree(t *testing.T) {
	t.Parallel()
	dir, paths := files(t, "unread", "one;two", "clean")
	out := filepath.Join(dir, "out.toml")
	a, stdout, errs := told("")
	assert.Equal(t, ExitUnread, a.main([]string{"convert", paths[0], "--to", "toml", "-o", out}))
	assert.Contains(t, errs.String(), "RD001")
	assert.Empty(t, stdout.String())
	assert.NoFileExists(t, out, "of what was not read nothing is written")

	a, _, errs = told("")
	assert.Equal(t, ExitUsage, a.main([]string{"convert", paths[1], "--to", "toml"}))
	assert.Contains(t, errs.String(), "2 份年报")
	a, _, _ = told("")
	assert.Equal(t, ExitClean, a.main([]string{"convert", paths[1], "--to", "toml", "-o", out}))
	assert.FileExists(t, filepath.Join(dir, "out-1.toml"))
	assert.FileExists(t, filepath.Join(dir, "out-2.toml"))

	for _, to := range []string{"toml", "json", "md"} {
		a, stdout, errs = told("")
		assert.Equal(t, ExitClean, a.main([]string{"convert", paths[2], "--to", to}), "%s", errs)
		assert.Contains(t, stdout.String(), "clean")
	}
}
