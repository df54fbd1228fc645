package progress

import (
	"bytes"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
)

var checked = rules.Words{ZH: "检查", EN: "checked"}

func TestTheLineTellsCountPaceAndWhatIsLeft(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		lang     string
		terminal bool
		done     int
		elapsed  time.Duration
		want     string
	}{
		{"zh", false, 0, 0, "检查 0/3000"},
		{"zh", false, 1000, 10 * time.Second, "检查 1000/3000，每秒 100 份，约剩 20s"},
		{"zh", false, 5, 10 * time.Second, "检查 5/3000，每秒 0.5 份，约剩 1h39m50s"},
		{"en", false, 3000, 30 * time.Second, "checked 3000/3000, 100 a second, 0s left"},
		{"zh", true, 1500, 10 * time.Second, "████████████░░░░░░░░░░░░ 检查 1500/3000，每秒 150 份，约剩 10s"},
		{"zh", true, 3001, 0, "████████████████████████ 检查 3001/3000"},
	} {
		b := &Bar{what: checked, lang: tt.lang, terminal: tt.terminal, total: 3000}
		assert.Equal(t, tt.want, b.line(tt.done, tt.elapsed))
	}
}

// safe is a buffer for two goroutines.
type safe struct {
	sync.Mutex
	bytes.Buffer
}

func (s *safe) Write(p []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	return s.Buffer.Write(p)
}

func TestATerminalIsLeftAsItWas(t *testing.T) {
	t.Parallel()
	var w safe
	b := Start(&w, true, "zh", checked, 2)
	b.Add()
	time.Sleep(3 * often)
	b.Stop()
	b.Stop()
	assert.Contains(t, w.String(), "检查 1/2")
	assert.True(t, bytes.HasSuffix(w.Bytes(), []byte("\r\x1b[K")))
}

func TestAShortRunSaysNothingToALog(t *testing.T) {
	t.Parallel()
	var w safe
	b := Start(&w, false, "zh", checked, 2)
	b.Add()
	b.Stop()
	assert.Empty(t, w.String())
	var none *Bar
	none.Add()
	none.Stop()
}
