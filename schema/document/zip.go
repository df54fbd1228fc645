package document

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

// The limits of a zip container. A report's parts have some hundred kilobytes,
// and XML shrinks to a tenth or a thirtieth; a bomb shrinks to a thousandth.
const (
	maxZipParts = 20_000    // entries
	maxPart     = 64 << 20  // bytes of one part, unpacked
	maxUnpack   = 128 << 20 // bytes of all parts that are read, unpacked
	maxRatio    = 400       // unpacked to packed, of a part beyond freeRatio
	freeRatio   = 4 << 20
	maxRelsLen  = 1 << 20
)

// archive is a zip container whose parts are unpacked within bounds. Part names
// are told apart without case, as office programs do.
type archive struct {
	parts map[string]*zip.File
	names []string // in the order of the container
	left  int64    // bytes that may still be unpacked
}

func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// openArchive reads the directory of a zip container. A container that is cut
// short has lost it.
func openArchive(data []byte) (*archive, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxZipParts {
		return nil, zipTooLarge(errors.New("too many entries"))
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, zipDamaged(err)
	}
	a := &archive{parts: make(map[string]*zip.File, len(r.File)), left: maxUnpack}
	for _, f := range r.File {
		name := partName(f.Name)
		if a.parts[name] == nil {
			a.parts[name] = f
			a.names = append(a.names, name)
		}
	}
	return a, nil
}

// partName is the key of a part: some programs write backslashes, or a slash in
// front.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (a *archive) has(name string) bool { return a.parts[partName(name)] != nil }

// hasFolder reports whether a part lies in the folder.
func (a *archive) hasFolder(folder string) bool {
	for _, name := range a.names {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// open returns the unpacked bytes of a part. They end with an [Error] at the
// limits, and with ctx's error when it is done.
func (a *archive) open(ctx context.Context, name string) (io.Reader, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, zipDamaged(errors.New("no part " + name))
	}
	if f.Flags&1 != 0 {
		return nil, needsPassword()
	}
	r, err := f.Open()
	if err != nil {
		return nil, zipDamaged(err)
	}
	return &partReader{ctx: ctx, archive: a, r: r, packed: int64(f.CompressedSize64)}, nil
}

// read returns a whole part of at most limit bytes.
func (a *archive) read(ctx context.Context, name string, limit int64) ([]byte, error) {
	r, err := a.open(ctx, name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = zipTooLarge(errors.New("part too large: " + name))
	}
	return data, err
}

// partReader counts what is unpacked; what a container says about its sizes is
// not believed.
type partReader struct {
	ctx     context.Context
	archive *archive
	r       io.Reader
	packed  int64
	n       int64
}

func (p *partReader) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.r.Read(b)
	p.n += int64(n)
	p.archive.left -= int64(n)
	if p.n > maxPart || p.archive.left < 0 || p.n > freeRatio && p.n/maxRatio > p.packed {
		return n, zipTooLarge(errors.New("part too large, or packed too tightly"))
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = zipDamaged(err)
	}
	return n, err
}

func zipDamaged(err error) error {
	return &Error{
		Kind: Damaged, Err: err,
		ZH: "文件损坏或没有传完，读不出来，没有核对；请重新拷贝，或用 Word、WPS 打开后另存为 .docx 再检查。",
		EN: "the file is damaged or cut short and was not checked; copy it again, or open it in Word or WPS and save it as .docx",
	}
}

func zipTooLarge(err error) error {
	return &Error{
		Kind: TooLarge, Err: err,
		ZH: "文件解压后太大，不像是一份年报，没有读完；请用 Word、WPS 打开后另存为 .docx 再检查。",
		EN: "the file unpacks to more than any report has and was not read to its end; open it in Word or WPS and save it as .docx",
	}
}

func needsPassword() error {
	return &Error{
		Kind: Encrypted,
		ZH:   "文件设了打开密码，读不出来，没有核对；请在 Word 或 WPS 里取消密码后再检查。",
		EN:   "the file is protected by a password and was not checked; remove the password and check again",
	}
}
