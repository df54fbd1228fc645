package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// Limits of what a client may send. A text of 64 MiB, the largest file that is
// read, fits with room for its escapes.
const (
	maxMessage = 128 << 20 // bytes of one message
	maxHeader  = 8 << 10   // bytes of one line of a header
	maxFields  = 64        // lines of one header
)

// errHeader says that what came is no message at all, so that nobody knows
// where the next one begins.
var errHeader = errors.New("a header without Content-Length")

// stream is the framing of the protocol: a header with Content-Length, then
// JSON. A message that is no JSON or no request costs an answer that says so,
// never the session.
type stream struct {
	in  *bufio.Reader
	mu  sync.Mutex // over out
	out io.Writer
}

func newStream(in io.Reader, out io.Writer) *stream {
	return &stream{in: bufio.NewReader(in), out: out}
}

// ReadObject reads the next good message; it returns an error only when there
// is none any more.
func (s *stream) ReadObject(v any) error {
	for {
		data, err := s.read()
		if err != nil {
			return err
		}
		fault := &jsonrpc2.Error{Code: jsonrpc2.CodeParseError, Message: "消息不是有效的 JSON，没有处理 (the message is no valid JSON and was passed over)"}
		switch {
		case data == nil:
			fault.Message = fmt.Sprintf("消息超过 %d MB，没有处理 (the message is larger than %[1]d MB and was passed over)", maxMessage>>20)
		case !json.Valid(data):
		default:
			if err = json.Unmarshal(data, v); err == nil {
				return nil
			}
			fault.Code = jsonrpc2.CodeInvalidRequest
			fault.Message = fmt.Sprintf("消息不是请求、通知或答复，没有处理 (the message is no request, notification or response: %v)", err)
		}
		if err := s.refuse(fault); err != nil {
			return err
		}
	}
}

// refuse answers a message of which not even the number could be read.
func (s *stream) refuse(fault *jsonrpc2.Error) error {
	return s.WriteObject(map[string]any{"jsonrpc": "2.0", "id": nil, "error": fault})
}

// read returns the bytes of one message; nil for one that is too large, which
// is passed over.
func (s *stream) read() ([]byte, error) {
	length, err := s.header()
	if err != nil {
		return nil, err
	}
	if length > maxMessage {
		_, err := io.CopyN(io.Discard, s.in, length)
		return nil, err
	}
	// Grown as bytes come, so that a length that lies takes no memory.
	var buf bytes.Buffer
	if _, err := io.CopyN(&buf, s.in, length); err != nil {
		return nil, err
	}
	if buf.Len() == 0 {
		return []byte{}, nil
	}
	return buf.Bytes(), nil
}

// header reads a header and returns the length that it gives.
func (s *stream) header() (int64, error) {
	length, given := int64(0), false
	for range maxFields {
		line, err := s.line()
		if err != nil {
			return 0, err
		}
		if line == "" {
			if !given {
				return 0, errHeader
			}
			return length, nil
		}
		name, value, _ := strings.Cut(line, ":")
		if !strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			continue
		}
		n, err := strconv.ParseUint(strings.TrimSpace(value), 10, 62)
		if err != nil {
			return 0, errHeader
		}
		length, given = int64(n), true
	}
	return 0, errHeader
}

// line reads one line of a header, without its end.
func (s *stream) line() (string, error) {
	var line []byte
	for len(line) <= maxHeader {
		part, err := s.in.ReadSlice('\n')
		line = append(line, part...)
		if err == nil {
			return strings.TrimRight(string(line), "\r\n"), nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			if len(line) > 0 && errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return "", err
		}
	}
	return "", errHeader
}

// WriteObject writes a message whole.
func (s *stream) WriteObject(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err = s.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(data)), data...))
	return err
}

// Close does nothing: the streams are the process's.
func (s *stream) Close() error { return nil }
