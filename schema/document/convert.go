package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gouji/gouji/schema"
)

// The bounds of a conversion by another program. It ends before the file's own
// time does, so that it can be killed and what it wrote removed.
const (
	convertTime  = 2 * time.Minute
	convertSpare = time.Second
)

// conversions is how many run at once: each takes some hundred megabytes.
var conversions = make(chan struct{}, min(runtime.GOMAXPROCS(0), 4))

// foreign is a format that is read as what LibreOffice makes of it.
type foreign struct {
	format string // of the document, and the extension that LibreOffice knows it by
	to     string // "docx" or "xlsx"
	zh, en string // what the file is
}

// errNoOffice says that no program is there to convert.
var errNoOffice = errors.New("LibreOffice is not installed")

// read reads the file through LibreOffice; where that is not installed, the
// error names the remedy. Places are those of the converted file: paragraphs,
// tables and cells stand in it as in the original.
func (f foreign) read(ctx context.Context, path string, data []byte) (*Document, error) {
	out, err := f.convert(ctx, data)
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	if err != nil {
		return nil, f.unread(err)
	}
	read := readDOCX
	if f.to == "xlsx" {
		read = readXLSX
	}
	doc, err := read(ctx, path, out)
	if err != nil {
		return nil, err
	}
	doc.Format = f.format
	doc.Problems = append(doc.Problems, schema.Problem{
		Kind: schema.Remark, Place: schema.Place{Path: path},
		ZH: fmt.Sprintf("%s，是经 LibreOffice 转换成 .%s 后读取的；位置按转换后的文件计，如与原文件不符，请以原文件为准。", f.zh, f.to),
		EN: fmt.Sprintf("%s and was read after LibreOffice converted it to .%s; places are those of the converted file, the original decides", f.en, f.to),
	})
	return doc, nil
}

// unread says why a file was not read, and what to do.
func (f foreign) unread(err error) error {
	switch {
	case errors.Is(err, errNoOffice):
		return &Error{
			Kind: Unsupported, Err: err,
			ZH: fmt.Sprintf("%s，没有核对；请用 Word、Excel 或 WPS 打开后另存为 .%s 再检查（本机装有 LibreOffice 时可直接检查）。", f.zh, f.to),
			EN: fmt.Sprintf("%s and was not checked; save it as .%s, or install LibreOffice, through which it can be read", f.en, f.to),
		}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{
			Kind: Unsupported, Err: err,
			ZH: fmt.Sprintf("%s，LibreOffice 在时限内没有转换完，没有核对；请用 Word、Excel 或 WPS 打开后另存为 .%s，或用 --timeout 放宽时间。", f.zh, f.to),
			EN: fmt.Sprintf("%s that LibreOffice could not convert in time, and was not checked; save it as .%s, or allow more with --timeout", f.en, f.to),
		}
	}
	return &Error{
		Kind: Damaged, Err: err,
		ZH: fmt.Sprintf("%s，LibreOffice 打不开它，没有核对；文件可能损坏或设了密码，请用 Word、Excel 或 WPS 打开后另存为 .%s 再检查。", f.zh, f.to),
		EN: fmt.Sprintf("%s that LibreOffice could not open, and was not checked; it may be damaged or have a password; save it as .%s", f.en, f.to),
	}
}

// office returns the path of LibreOffice's program.
func office() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoOffice
}

// convert returns the file as LibreOffice saves it.
func (f foreign) convert(ctx context.Context, data []byte) ([]byte, error) {
	program, err := office()
	if err != nil {
		return nil, err
	}
	notify(ctx, "正在用 LibreOffice 转换旧格式的文件，每份需几秒钟。", "converting files of old formats with LibreOffice, some seconds each")
	limit := convertTime
	if deadline, ok := ctx.Deadline(); ok {
		limit = min(limit, time.Until(deadline)-convertSpare)
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	select {
	case conversions <- struct{}{}:
		defer func() { <-conversions }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	dir, err := os.MkdirTemp("", "gouji-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	in := filepath.Join(dir, "in."+f.format)
	if err := firstError(os.WriteFile(in, data, 0o600), writeProfile(dir)); err != nil {
		return nil, err
	}
	if err := runOffice(ctx, program, dir, f.to, in); err != nil {
		return nil, err
	}
	return readConverted(filepath.Join(dir, "out", "in."+f.to))
}

// profile keeps LibreOffice from running macros and from fetching what a file
// links to.
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

func writeProfile(dir string) error {
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(profile), 0o600)
}

// runOffice converts one file with a profile of its own: LibreOffice that is
// open on the user's desk is not touched. All of its processes end with ctx.
func runOffice(ctx context.Context, program, dir, to, in string) error {
	at := filepath.ToSlash(filepath.Join(dir, "profile"))
	if !strings.HasPrefix(at, "/") { // a drive's letter
		at = "/" + at
	}
	cmd := exec.CommandContext(ctx, program,
		"-env:UserInstallation="+(&url.URL{Scheme: "file", Path: at}).String(),
		"--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
		"--convert-to", to, "--outdir", filepath.Join(dir, "out"), in)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+dir, "TMP="+dir, "TEMP="+dir)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.WaitDelay = convertSpare / 2
	ownGroup(cmd)
	err := cmd.Run()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(said.String()))
	}
	return nil
}

// readConverted reads what LibreOffice wrote; it writes nothing, and reports
// success, for a file that it cannot open.
func readConverted(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.Size() > MaxFile:
		return nil, tooLarge(int(info.Size()))
	}
	return os.ReadFile(path)
}
