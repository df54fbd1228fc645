//go:build !unix

package document

import (
	"os/exec"
	"strconv"
)

// ownGroup makes the end of the context end the program and all that it
// started.
func ownGroup(cmd *exec.Cmd) {
	cmd.Cancel = func() error {
		if err := exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run(); err == nil {
			return nil
		}
		return cmd.Process.Kill()
	}
}
