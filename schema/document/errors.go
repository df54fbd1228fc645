package document

import "fmt"

// ErrorKind tells why a file cannot be read.
type ErrorKind string

// The kinds of errors.
const (
	Empty       ErrorKind = "empty"
	Binary      ErrorKind = "binary"      // no format that gouji knows
	TooLarge    ErrorKind = "too-large"   // beyond a documented limit
	Damaged     ErrorKind = "damaged"     // cut short, or not what its beginning says
	Encrypted   ErrorKind = "encrypted"   // a password is needed
	Unsupported ErrorKind = "unsupported" // known, but not read here: the message says what to do
)

// Error says why a file cannot be read, in words for a clerk, with a remedy.
type Error struct {
	Kind   ErrorKind
	ZH, EN string
	Err    error // what was underneath; never shown to a clerk
}

func (e *Error) Error() string { return fmt.Sprintf("%s (%s)", e.ZH, e.EN) }

// Unwrap returns what was underneath.
func (e *Error) Unwrap() error { return e.Err }
