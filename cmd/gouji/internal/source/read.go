package source

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// MaxSize is the largest file that is read: 64 MiB. The largest reports, PDFs
// with pictures, have a few; a text of this size is none.
const MaxSize = 64 << 20

var (
	tooLarge = rules.Words{
		ZH: fmt.Sprintf("文件超过 %d MB，不像是一份年报，没有读取；如确是年报，请压缩其中的图片后再试。", MaxSize>>20),
		EN: fmt.Sprintf("the file is larger than %d MB and was not read; no report is that large", MaxSize>>20),
	}
	notRegular = rules.Words{
		ZH: "这不是普通文件（是管道或设备），没有读取；要检查别的程序的输出，请用“-”从标准输入读。",
		EN: "this is a pipe or a device, not a file, and was not read; use - to read standard input",
	}
	changing = rules.Words{
		ZH: "读取时文件正在被改写，请关闭正在编辑它的程序后再试。",
		EN: "the file was being changed while it was read; close what is editing it and try again",
	}
)

// Read returns the bytes of the file, or why they cannot be had. It opens
// nothing but regular files, so it never waits for a pipe or a device. stdin
// is what "-" reads, to its end.
func (s Source) Read(stdin io.Reader) ([]byte, *schema.Problem) {
	switch {
	case s.Problem != nil:
		return nil, s.Problem
	case s.Path == "-":
		data, err := io.ReadAll(io.LimitReader(stdin, MaxSize+1))
		if err != nil {
			w := reason(err)
			return nil, trouble(s.Name, rules.Words{ZH: "标准输入读不出来：" + w.ZH, EN: "standard input cannot be read: " + w.EN})
		}
		if len(data) > MaxSize {
			return nil, trouble(s.Name, tooLarge)
		}
		return data, nil
	}
	return s.readFile()
}

func (s Source) readFile() ([]byte, *schema.Problem) {
	fail := func(err error) ([]byte, *schema.Problem) {
		return nil, trouble(s.Name, reason(err))
	}
	// Asked before opening, since opening a device can do things.
	info, err := os.Stat(s.Path)
	if err != nil {
		return fail(err)
	}
	if w := unfit(info); !w.IsZero() {
		return nil, trouble(s.Name, w)
	}
	// Should the file have become a pipe by now, opening it does not wait.
	f, err := os.OpenFile(s.Path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return fail(err)
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return fail(err)
	}
	if w := unfit(before); !w.IsZero() {
		return nil, trouble(s.Name, w)
	}
	var buf bytes.Buffer
	buf.Grow(int(before.Size()) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(f, MaxSize+1)); err != nil {
		return fail(err)
	}
	after, err := f.Stat()
	if err != nil {
		return fail(err)
	}
	if changed(before, after, buf.Len()) {
		return nil, trouble(s.Name, changing)
	}
	return buf.Bytes(), nil
}

// unfit says why a file is not read, "" when it is fit.
func unfit(info fs.FileInfo) rules.Words {
	switch {
	case info.IsDir():
		return rules.Words{ZH: "这是文件夹，不是文件。", EN: "this is a folder, not a file"}
	case !info.Mode().IsRegular():
		return notRegular
	case info.Size() > MaxSize:
		return tooLarge
	}
	return rules.Words{}
}

// changed reports whether what was read may be half of one state of the file
// and half of another.
func changed(before, after fs.FileInfo, read int) bool {
	return int64(read) != before.Size() || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())
}
