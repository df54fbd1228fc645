package narrative

import "unicode/utf8"

// lexicon is a trie over the characters of its words. The first character is an
// index into a table, since most characters of a text begin no word.
type lexicon struct {
	first []uint16 // by rune: its node; 0 for none
	nodes []node
}

// node is what the characters up to here may be, and go on with.
type node struct {
	word *word
	next []edge
}

type edge struct {
	r    rune
	node uint16
}

// planes is how many code points the table holds: the words have no others.
const planes = 0x10000

func newLexicon() *lexicon { return &lexicon{first: make([]uint16, planes), nodes: make([]node, 1)} }

// add takes a word in.
func (lex *lexicon) add(w *word) {
	at := uint16(0)
	for i, r := range w.text {
		at = lex.child(at, i == 0, r)
	}
	lex.nodes[at].word = w
}

// child returns the node behind r, and makes it when there is none.
func (lex *lexicon) child(at uint16, root bool, r rune) uint16 {
	if root {
		if lex.first[r] == 0 {
			lex.first[r] = lex.grow()
		}
		return lex.first[r]
	}
	for _, e := range lex.nodes[at].next {
		if e.r == r {
			return e.node
		}
	}
	n := lex.grow()
	lex.nodes[at].next = append(lex.nodes[at].next, edge{r, n})
	return n
}

func (lex *lexicon) grow() uint16 {
	lex.nodes = append(lex.nodes, node{})
	return uint16(len(lex.nodes) - 1)
}

// at returns the longest word that begins s, or nil. r is the first character
// of s, size its length in bytes.
func (lex *lexicon) at(s string, r rune, size int) *word {
	if r >= planes || lex.first[r] == 0 {
		return nil
	}
	n := &lex.nodes[lex.first[r]]
	found := n.word
	for i := size; i < len(s) && len(n.next) > 0; {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := uint16(0)
		for _, e := range n.next {
			if e.r == r {
				next = e.node
				break
			}
		}
		if next == 0 {
			break
		}
		n = &lex.nodes[next]
		if n.word != nil {
			found = n.word
		}
		i += size
	}
	return found
}
