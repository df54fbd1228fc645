// Package source finds the files that a command is to read, and reads them
// without ever blocking on one or taking in more than it should.
package source

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Source is one file to read, or one that cannot be.
type Source struct {
	Path    string          // as the user named it, or found in a folder the user named; "-" for standard input
	Name    string          // what reports call it: the path, but for standard input
	Problem *schema.Problem // why it cannot be read, where that was seen before reading
}

// trouble is a problem with a file as a whole.
func trouble(name string, w rules.Words) *schema.Problem {
	return &schema.Problem{Kind: schema.Unreadable, Place: schema.Place{Path: name}, ZH: w.ZH, EN: w.EN}
}

// reason says in the reader's words why the system refused a file.
func reason(err error) rules.Words {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return rules.Words{ZH: "没有这个文件，请核对文件名和所在文件夹。", EN: "no such file"}
	case errors.Is(err, fs.ErrPermission):
		return rules.Words{ZH: "没有读取权限，没有检查。", EN: "no permission to read it"}
	case errors.Is(err, syscall.ELOOP):
		return rules.Words{ZH: "这个链接指向自己，构成循环，没有检查。", EN: "the link leads to itself"}
	case errors.Is(err, syscall.EISDIR):
		return rules.Words{ZH: "这是文件夹。", EN: "it is a folder"}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return rules.Words{ZH: "系统不让读取：" + err.Error() + "。", EN: err.Error()}
}
