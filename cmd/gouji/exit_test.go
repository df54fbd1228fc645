package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestExitCodeOfEveryCombination holds the exit code to what is documented: a
// wrong use or setting, then what is unread, then what is found and not put
// aside at the level that fails, wherever that level was set.
func TestExitCodeOfEveryCombination(t *testing.T) {
	t.Parallel()
	found := []string{"clean", "info", "warning", "error"}
	levels := map[string]int{"info": 1, "warning": 2, "error": 3, "never": 4}
	aside := "\n[[suppress]]\npath = \"*.txt\"\ncode = \"TB10%d\"\nreason = \"原件如此\"\n"
	for worst, order := range found {
		for level, least := range levels {
			for _, by := range []string{"flag", "file", "override", "flag over file"} {
				for _, unread := range []bool{false, true} {
					for _, put := range []string{"", "config", "baseline"} {
						for _, wrong := range []bool{false, true} {
							name := fmt.Sprintf("%s %s by %s, unread %v, aside %s, wrong %v", order, level, by, unread, put, wrong)
							settings, args := "root = true\n", []string{"check"}
							switch by {
							case "flag":
								args = append(args, "--fail-on", level)
							case "file":
								settings += "fail-on = \"" + level + "\"\n"
							case "override":
								settings += "fail-on = \"info\"\n[[overrides]]\npaths = [\"**\"]\nfail-on = \"" + level + "\"\n"
							case "flag over file":
								settings += "fail-on = \"info\"\n"
								args = append(args, "--fail-on", level)
							}
							if wrong {
								settings += "[rules.TB101]\nseverty = \"info\"\n"
							}
							if put == "config" && worst > 0 {
								settings += fmt.Sprintf(aside, worst)
							}
							want := ExitClean
							switch {
							case wrong:
								want = ExitUsage
							case unread:
								want = ExitUnread
							case put == "" && worst > 0 && worst >= least:
								want = ExitFindings
							}
							dir := t.TempDir()
							files := map[string]string{"gouji.toml": settings, "a.txt": order}
							if unread {
								files["b.txt"] = "unread"
							}
							for name, data := range files {
								require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644))
							}
							a, out, errs := told("")
							if put == "baseline" {
								args = append(args, "--baseline", filepath.Join(dir, "known.toml"), "--write-baseline")
							}
							assert.Equal(t, want, a.main(append(args, dir)), "%s\n%s%s", name, out, errs)
						}
					}
				}
			}
		}
	}
}
