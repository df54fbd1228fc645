package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"github.com/gouji/gouji/cmd/gouji/internal/cache"
	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/facts"
)

// memory is what an inspector remembers of earlier runs. A nil one remembers
// nothing.
type memory struct {
	dir      *cache.Dir
	program  []byte
	settings sync.Map // *config.Effective → []byte; nil when they cannot be told
}

// cacheFlags are the flags about it.
func (a *app) cacheFlags(f *pflag.FlagSet, o *checkFlags) {
	f.StringVar(&o.cache, "cache", "", a.say("把查过的结果存在这个`文件夹`，没有改动的文件下次不再重读（默认在用户的缓存文件夹）", "keep what was found in this `folder`, so that files that did not change are not read again (default: in the user's cache folder)"))
	f.BoolVar(&o.noCache, "no-cache", false, a.say("不用也不存以前的结果", "neither use nor keep earlier results"))
}

// memory opens the cache. One in the user's folder that cannot be used is done
// without; one that was asked for is not.
func (a *app) memory(o *checkFlags) (*memory, error) {
	if o.noCache {
		return nil, nil
	}
	root := o.cache
	if root == "" {
		if a.CacheDir == nil {
			return nil, nil
		}
		dir, err := a.CacheDir()
		if err != nil {
			return nil, nil //nolint:nilerr // a system without such a folder
		}
		root = filepath.Join(dir, "gouji", "audit")
	}
	dir, err := cache.Open(root)
	if err != nil {
		if o.cache == "" {
			return nil, nil
		}
		return nil, wrong("缓存文件夹“%s”用不了：%v", "the cache folder %q cannot be used: %v", root, err)
	}
	program, ok := cache.Program()
	if !ok {
		return nil, nil
	}
	return &memory{dir: dir, program: program}, nil
}

// key names what the file gives; ok is false when that must not be kept.
func (m *memory) key(j job, data []byte) (k cache.Key, ok bool) {
	if m == nil || !utf8.ValidString(j.Name) {
		return k, false
	}
	settings, known := m.settings.Load(j.Effective)
	if !known {
		settings, _ = m.settings.LoadOrStore(j.Effective, settingsID(j.Effective))
	}
	id, _ := settings.([]byte)
	return cache.KeyOf(m.program, id, []byte(j.Name), data), id != nil
}

// settingsID is what of a project's settings bears on what is found in a file
// alone: its rules, with what is set about them, and all that its gouji.toml say.
func settingsID(e *config.Effective) []byte {
	var codes []string
	for _, r := range e.Rules {
		codes = append(codes, r.Code)
	}
	id, err := json.Marshal([]any{codes, e.Settings})
	if err != nil {
		return nil
	}
	for _, f := range e.Files {
		data, err := os.ReadFile(f.Path)
		if err != nil {
			return nil
		}
		k := cache.KeyOf([]byte(f.Path), data)
		id = append(id, k[:]...)
	}
	return id
}

// recall returns what a file gave before, or nil.
func (m *memory) recall(k cache.Key) []rules.Result {
	body := m.dir.Get(k)
	if body == nil {
		return nil
	}
	f, err := facts.Parse(body)
	if err != nil {
		return nil
	}
	return f.Results()
}

// keep keeps what a file gave, when it was read and checked to its end.
func (m *memory) keep(k cache.Key, name string, results []rules.Result) {
	for _, res := range results {
		if res.Unread {
			return
		}
	}
	if line, err := facts.Of(name, results).Line(); err == nil {
		_ = m.dir.Put(k, line) // a full disk costs time in the next run, nothing else
	}
}

// trim bounds the cache.
func (m *memory) trim() {
	if m != nil {
		m.dir.Trim(cache.Limit)
	}
}
