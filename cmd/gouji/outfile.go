package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// outFile is a file that appears whole or not at all: it is written beside its
// place and moved there. What is no regular file (/dev/stdout) is written to
// directly.
type outFile struct {
	io.Writer
	file *os.File
	path string // where to move it; "" when it is there already
}

func createFile(path string) (*outFile, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &outFile{Writer: f, file: f}, nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".gouji-*")
	if err != nil {
		return nil, err
	}
	return &outFile{Writer: f, file: f, path: path}, nil
}

func (f *outFile) keep() error {
	if f.path == "" {
		return f.file.Close()
	}
	err := errors.Join(f.file.Chmod(0o644), f.file.Close())
	if err == nil {
		err = os.Rename(f.file.Name(), f.path)
	}
	if err != nil {
		_ = os.Remove(f.file.Name())
	}
	return err
}

func (f *outFile) drop() {
	_ = f.file.Close()
	if f.path != "" {
		_ = os.Remove(f.file.Name())
	}
}
