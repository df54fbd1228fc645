package schema

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDistanceCountsSlips(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("公开", 60)
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 3, 0}, {"公开", "公开", 0, 0}, {"公开", "", 3, 2}, {"", "公开政府", 3, 4},
		{"予以公开", "予公开", 3, 1}, {"予以公开", "予以公布开", 3, 1}, {"予以公开", "予已公开", 3, 1},
		{"公开", "开公", 3, 2}, {"kitten", "sitting", 5, 3}, {"kitten", "sitting", 2, 3}, {"一二三四", "五六七八", 2, 3},
		{long, long + "的", 2, 1}, {"的" + long, long, 2, 1}, {long, "", 4, 5},
	} {
		assert.Equal(t, tt.want, Distance(tt.a, tt.b, tt.limit), "%s %s", tt.a, tt.b)
		assert.Equal(t, tt.want, Distance(tt.b, tt.a, tt.limit), "%s %s", tt.b, tt.a)
	}
}

// FuzzDistance holds the function to what makes a distance one.
func FuzzDistance(f *testing.F) {
	f.Add("予以公开", "予公开", "不予公开")
	f.Add("", "a", "ab")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		const far = 1 << 20
		ab := Distance(a, b, far)
		if ab != Distance(b, a, far) || (ab == 0) != (string([]rune(a)) == string([]rune(b))) {
			t.Fatalf("%q %q: %d", a, b, ab)
		}
		if Distance(a, c, far) > ab+Distance(b, c, far) {
			t.Fatalf("%q %q %q: the way around is shorter", a, b, c)
		}
		if limit := ab / 2; ab > 0 && Distance(a, b, limit) != limit+1 {
			t.Fatalf("%q %q: limit %d", a, b, limit)
		}
	})
}
