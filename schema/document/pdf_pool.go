package document

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The pool of PDFium instances is started by the first PDF and by nothing else.
// Each instance is a WebAssembly module without any file system or network.
var pdfPool struct {
	once sync.Once
	pool gopdfium.Pool
	err  error
}

// pdfMemoryPages bounds the memory of one instance: 64 KiB each, 512 MiB in
// all.
const pdfMemoryPages = 8192

// pdfLost is how many instances may be lost to files that hang before no more
// PDFs are read. An instance serves one file and is gone with its memory.
const pdfLost = 64

func pdfium(ctx context.Context) (gopdfium.Pdfium, error) {
	pdfPool.once.Do(func() {
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(pdfMemoryPages)
		if cache, cold := compileCache(); cache != nil {
			config = config.WithCompilationCache(cache)
			if cold {
				notify(ctx, "首次读取 PDF，正在准备，需几秒钟；以后不再需要。", "preparing the PDF reader, once, for some seconds")
			}
		}
		pdfPool.pool, pdfPool.err = webassembly.Init(webassembly.Config{
			Context: context.Background(), RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
			MaxIdle: runtime.GOMAXPROCS(0), MaxTotal: runtime.GOMAXPROCS(0) + pdfLost, Stdout: io.Discard, Stderr: io.Discard,
		})
	})
	if pdfPool.err != nil {
		return nil, pdfDamaged(pdfPool.err)
	}
	wait := 30 * time.Second
	if deadline, ok := ctx.Deadline(); ok {
		wait = time.Until(deadline)
	}
	instance, err := pdfPool.pool.GetInstance(wait)
	if err != nil {
		return nil, errors.Join(context.DeadlineExceeded, err)
	}
	return instance, nil
}

// compileCache returns the cache of compiled code in the user's cache folder
// and whether it is still empty; nil when there is no such folder, and then
// every start compiles.
func compileCache() (cache wazero.CompilationCache, cold bool) {
	base, err := os.UserCacheDir()
	if err != nil {
		return nil, true
	}
	dir := filepath.Join(base, "gouji", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, true
	}
	entries, err := os.ReadDir(dir)
	if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
		return cache, len(entries) == 0
	}
	return nil, err != nil
}
