//go:build unix

package document

import (
	"os/exec"
	"syscall"
)

// ownGroup puts the program into a process group of its own, all of which is
// killed when its context ends: LibreOffice is a script that starts a program
// that starts another.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
