package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFileOfOrgansSaysWhoStandsAboveWhom(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for organ, n := range map[string]int{"临江县人民政府": 20, "临江县青石镇人民政府": 12, "临江县白沙镇人民政府": 7} {
		body := fmt.Sprintf("[report]\ntitle = \"%s2023年政府信息公开工作年度报告\"\norgan = \"%[1]s\"\nyear = 2023\n[applications]\nreceived = [%[2]d, 0, 0, 0, 0, 0, %[2]d]\n", organ, n)
		require.NoError(t, os.WriteFile(filepath.Join(dir, organ+".toml"), []byte(body), 0o644))
	}
	organs := filepath.Join(dir, "organs.toml")
	body := "[[organ]]\nname = \"临江县人民政府\"\n[[organ]]\nname = \"临江县青石镇人民政府\"\nparent = \"临江县人民政府\"\n[[organ]]\nname = \"临江县白沙镇人民政府\"\nparent = \"临江县人民政府\"\n"
	require.NoError(t, os.WriteFile(organs, []byte(body), 0o644))
	only := []string{"--select", "XR705", "--fail-on", "warning", dir}
	code, out, errs := audit(append([]string{"--organs", organs}, only...)...)
	assert.Equal(t, ExitFindings, code, errs)
	assert.Contains(t, out, "本报告 20、下级合计 19，相差 1")
	require.NoError(t, os.WriteFile(organs, []byte("[[organ]]\nname = 1\n"), 0o644))
	code, _, errs = audit(append([]string{"--organs", organs}, only...)...)
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "organs.toml")
	code, _, errs = audit(append([]string{"--organs", filepath.Join(dir, "no.toml")}, only...)...)
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "没有机关名单")
}
