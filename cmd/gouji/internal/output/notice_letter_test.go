package output

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/document"
)

func letters(t *testing.T, format string, results ...rules.Result) map[string][]byte {
	t.Helper()
	a, _ := beside(results...)
	out := map[string][]byte{}
	require.NoError(t, Notices(a, format, Options{Rules: titled}, func(name string, data []byte) error {
		assert.NotContains(t, out, name)
		out[name] = data
		return nil
	}))
	return out
}

func TestALetterTellsAnOrganWhatToPutRight(t *testing.T) {
	t.Parallel()
	got := letters(t, "md", township(), unread())
	require.Len(t, got, 2)
	golden(t, "letter.md", got["柳河镇人民政府.md"])
	assert.Contains(t, string(got["未写明机关或未读出的年报.md"]), "扫描.pdf")
}

func TestNobodyIsWrittenToWithoutAFinding(t *testing.T) {
	t.Parallel()
	assert.Empty(t, letters(t, "md", clean()))
	res := township()
	for i := range res.Findings {
		res.Findings[i].Suppressed = &rules.Suppression{Kind: rules.Reviewed, Reason: "口径不同"}
	}
	assert.Empty(t, letters(t, "md", res), "what was put aside is no finding")
}

func TestALetterIsTheSameInBothFormatsWhateverStandsInAReport(t *testing.T) {
	t.Parallel()
	for _, res := range []rules.Result{township(), hostileReport()} {
		md, docx := letters(t, "md", res), letters(t, "docx", res)
		require.Len(t, docx, 1)
		for name, data := range docx {
			assert.Equal(t, data, letters(t, "docx", res)[name], "the same bytes again")
			doc, err := document.Read(t.Context(), name, data)
			require.NoError(t, err)
			marked, err := document.Read(t.Context(), "a.md", md[strings.TrimSuffix(name, ".docx")+".md"])
			require.NoError(t, err)
			assert.NotEmpty(t, doc.Blocks)
			assert.NotEmpty(t, marked.Blocks)
		}
	}
}

func TestFileNamesAreSafeAndDistinct(t *testing.T) {
	t.Parallel()
	taken := map[string]bool{}
	for _, tt := range []struct{ name, want string }{
		{"临江县水利局", "临江县水利局"}, {"临江县水利局", "临江县水利局-2"}, {"a/../b", "a_.._b"}, {"A/../B", "A_.._B-2"}, {"..", "_"}, {"con", "_con"}, {"LPT1", "_LPT1"},
		{"a:b*c?\"<>|", "a_b_c_____"}, {"", "_-2"}, {strings.Repeat("县", 300), strings.Repeat("县", maxFileName)},
	} {
		assert.Equal(t, tt.want, fileName(tt.name, taken), tt.name)
	}
}

func TestNumbersOfHeadings(t *testing.T) {
	t.Parallel()
	var got []string
	for _, n := range []int{1, 9, 10, 11, 20, 21, 99, 100} {
		got = append(got, chinese(n))
	}
	assert.Equal(t, []string{"一", "九", "十", "十一", "二十", "二十一", "九十九", "100"}, got)
}

func TestAnOfficeProgramOpensALetter(t *testing.T) {
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	for i, res := range []rules.Result{township(), hostileReport()} {
		for _, data := range letters(t, "docx", res) {
			file := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
			require.NoError(t, os.WriteFile(file, data, 0o644))
			cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, file)
			said, err := cmd.CombinedOutput()
			require.NoError(t, err, string(said))
			text, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)))
			require.NoError(t, err)
			assert.Contains(t, string(text), "政府信息公开工作年度报告整改通知")
			assert.Equal(t, countOpen(res), bytes.Count(text, []byte("【")), "each finding has its number")
		}
	}
}

func countOpen(res rules.Result) int {
	errs, warnings, infos := count(res.Findings)
	return errs + warnings + infos
}
