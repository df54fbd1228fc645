// Package cache keeps what a run found in a file for the next run. An entry is
// named by the hash of all that it depends on: the bytes of the file, its name,
// the settings, and the program itself. So it is never out of date, only unused.
// Entries are written whole or not at all, and one that is not what it should be
// is as good as none: the folder may be shared by any number of runs, cut off, or
// written to by others.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"
)

// Key names an entry.
type Key [sha256.Size]byte

// KeyOf hashes parts, with their lengths, so that no two lists are the same.
func KeyOf(parts ...[]byte) Key {
	h := sha256.New()
	for _, p := range parts {
		var n [8]byte
		for i := range n {
			n[i] = byte(len(p) >> (8 * i))
		}
		_, _ = h.Write(n[:])
		_, _ = h.Write(p)
	}
	return Key(h.Sum(nil))
}

// Dir is a folder of entries. Its methods may be called at the same time.
type Dir struct {
	root  string
	wrote atomic.Bool
}

// Limit is how many bytes a cache may have before the oldest entries go.
const Limit = 1 << 30

// magic begins every entry; behind it stand the key and the hash of the rest.
const magic = "gouji facts 1\n"

const headLength = len(magic) + 2*sha256.Size

// Open uses the folder, making it if it is not there.
func Open(root string) (*Dir, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, err
	}
	return &Dir{root: root}, nil
}

func (d *Dir) path(k Key) string {
	name := hex.EncodeToString(k[:])
	return filepath.Join(d.root, name[:2], name[2:]+".facts")
}

// Get returns an entry; nil when there is none that is whole.
func (d *Dir) Get(k Key) []byte {
	data, err := os.ReadFile(d.path(k))
	if err != nil || len(data) < headLength || string(data[:len(magic)]) != magic || !bytes.Equal(data[len(magic):len(magic)+sha256.Size], k[:]) {
		return nil
	}
	body := data[headLength:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[len(magic)+sha256.Size:headLength]) {
		return nil
	}
	return body
}

// Put keeps an entry. What goes wrong costs time in the next run, and nothing
// else: it is returned for who wants to know.
func (d *Dir) Put(k Key, body []byte) error {
	path := d.path(k)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	_, err = f.Write(slices.Concat([]byte(magic), k[:], sum[:], body))
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return err
	}
	d.wrote.Store(true)
	return nil
}

// Trim removes the entries that were written first until the rest is within the
// limit, and what runs that were cut off left half-written a day before the newest
// entry. It does nothing when this run wrote nothing.
func (d *Dir) Trim(limit int64) {
	if !d.wrote.Load() {
		return
	}
	type entry struct {
		path string
		size int64
		when time.Time
	}
	var all []entry
	var total int64
	var newest time.Time
	_ = filepath.WalkDir(d.root, func(path string, e fs.DirEntry, err error) error {
		if err != nil { // what cannot be listed is left as it is
			return nil //nolint:nilerr // the walk goes on
		}
		if !e.Type().IsRegular() || filepath.Dir(filepath.Dir(path)) != filepath.Clean(d.root) {
			return nil
		}
		ours := filepath.Ext(path) == ".facts" || len(e.Name()) > 5 && e.Name()[:5] == ".new-"
		if info, err := e.Info(); err == nil && ours {
			all = append(all, entry{path, info.Size(), info.ModTime()})
			total += info.Size()
			if info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
		return nil
	})
	slices.SortFunc(all, func(a, b entry) int { return a.when.Compare(b.when) })
	for _, e := range all {
		half := filepath.Ext(e.path) != ".facts" && newest.Sub(e.when) > 24*time.Hour
		if total > limit || half {
			if os.Remove(e.path) == nil {
				total -= e.size
			}
		}
	}
}

// Program hashes the program that runs, so that no other version of it takes its
// entries. ok is false when it cannot be read.
func Program() (sum []byte, ok bool) {
	path, err := os.Executable()
	if err != nil {
		return nil, false
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, false
	}
	return h.Sum(nil), true
}
