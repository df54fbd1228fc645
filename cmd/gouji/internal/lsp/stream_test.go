package lsp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func framed(body string) string {
	return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)
}

func TestMessagesAreReadAndRefused(t *testing.T) {
	t.Parallel()
	good := `{"method":"年报"}`
	for _, tt := range []struct {
		name, in string
		methods  []string
		refused  []float64 // codes
		end      error
	}{
		{"two messages", framed(good) + framed(good), []string{"年报", "年报"}, nil, io.EOF},
		{"other fields, any case, bare line ends", "content-type: x\ncontent-LENGTH:19\n\n" + good, []string{"年报"}, nil, io.EOF},
		{"no JSON", framed("{") + framed(good), []string{"年报"}, []float64{-32700}, io.EOF},
		{"nothing", framed("") + framed(good), []string{"年报"}, []float64{-32700}, io.EOF},
		{"another kind of JSON", framed("[1]") + framed(good), []string{"年报"}, []float64{-32600}, io.EOF},
		{"no length", "X: 1\r\n\r\n" + framed(good), nil, nil, errHeader},
		{"a length that is none", "Content-Length: -1\r\n\r\n" + good, nil, nil, errHeader},
		{"a header without end", strings.Repeat("x", 3*maxHeader), nil, nil, errHeader},
		{"too many fields", strings.Repeat("X: 1\r\n", 2*maxFields), nil, nil, errHeader},
		{"cut off in the header", "Content-Len", nil, nil, io.ErrUnexpectedEOF},
		{"cut off in the body", "Content-Length: 100\r\n\r\n{}", nil, nil, io.EOF},
		{"a length that lies takes no memory", "Content-Length: 100000000\r\n\r\n{}", nil, nil, io.EOF},
		{"a message that is too large and cut off", "Content-Length: 4000000000000000\r\n\r\n{}", nil, nil, io.EOF},
	} {
		var out bytes.Buffer
		s := newStream(strings.NewReader(tt.in), &out)
		var methods []string
		var err error
		for {
			var m struct{ Method string }
			if err = s.ReadObject(&m); err != nil {
				break
			}
			methods = append(methods, m.Method)
		}
		require.ErrorIs(t, err, tt.end, tt.name)
		assert.Equal(t, tt.methods, methods, tt.name)
		var refused []float64
		answers := newStream(&out, io.Discard)
		for {
			var m struct{ Error struct{ Code float64 } }
			if answers.ReadObject(&m) != nil {
				break
			}
			refused = append(refused, m.Error.Code)
		}
		assert.Equal(t, tt.refused, refused, tt.name)
	}
}

// endless is a message that never ends.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), e.left))
	e.left -= int64(n)
	return n, nil
}

func TestAMessageThatIsTooLargeIsPassedOver(t *testing.T) {
	t.Parallel()
	const size = maxMessage + 1
	in := io.MultiReader(strings.NewReader(fmt.Sprintf("Content-Length: %d\r\n\r\n", size)), &endless{size}, strings.NewReader(framed(`{"method":"x"}`)))
	var out bytes.Buffer
	var m struct{ Method string }
	require.NoError(t, newStream(in, &out).ReadObject(&m))
	assert.Equal(t, "x", m.Method)
	assert.Contains(t, out.String(), "128 MB")
}

func FuzzStream(f *testing.F) {
	f.Add([]byte(framed(`{"method":"x"}`)), `{"a":"年报"}`)
	f.Add([]byte("Content-Length: 5\r\n\r\n{"), "\r\n\r\n")
	f.Add([]byte(framed("{")+"Content-Length: 99999999999999999999\r\n\r\n"), "😀")
	f.Fuzz(func(t *testing.T, in []byte, words string) {
		// Whatever comes, reading ends, and what is answered can be read.
		var out bytes.Buffer
		s := newStream(bytes.NewReader(in), &out)
		for {
			var m json.RawMessage
			if s.ReadObject(&m) != nil {
				break
			}
			require.True(t, json.Valid(m))
		}
		if !utf8.ValidString(words) {
			return
		}
		// What is written is read again as it was.
		require.NoError(t, s.WriteObject(words))
		back := newStream(&out, io.Discard)
		var got any
		for {
			var m any
			if back.ReadObject(&m) != nil {
				break
			}
			got = m
		}
		require.Equal(t, words, got)
	})
}
