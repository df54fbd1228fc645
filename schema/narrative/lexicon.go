package narrative

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

//go:embed data/*.toml
var dataFiles embed.FS

// role says what a word does; see data/lexicon.toml.
type role string

const (
	roleMatter  role = "matter"
	rolePart    role = "part"
	roleResult  role = "result"
	roleNone    role = "none"
	roleZero    role = "zero"
	roleOwn     role = "own"
	roleLevel   role = "level" // 我镇, 全县: own or not, by the organ
	roleWho     role = "who"
	roleNarrow  role = "narrow" // 本级: less than the forms of a government may count
	roleWhen    role = "when"
	roleNow     role = "now"
	roleCompare role = "compare"
	roleOpener  role = "opener"
	roleSome    role = "some"
	roleSum     role = "sum"
	roleEach    role = "each"
	roleChannel role = "channel"
	roleClass   role = "class"
	roleOpen    role = "open"
	roleFill    role = "fill"
	roleSpoil   role = "spoil"
	roleIdle    role = "idle"
	roleEvery   role = "every"
)

// sense is one thing that a word may do.
type sense struct {
	Role     role
	Matter   string
	Quantity string
	Column   string
	Strong   bool
	Weak     bool
	Bare     bool
	Generic  bool
	Closed   bool
	Loose    bool
}

// word is an entry of the lexicon.
type word struct {
	text   string
	senses []sense
}

// as returns the word's sense in that role, or nil.
func (w *word) as(r role) *sense {
	if w == nil {
		return nil
	}
	for i := range w.senses {
		if w.senses[i].Role == r {
			return &w.senses[i]
		}
	}
	return nil
}

// lexicon finds words: by their first character, the longest first.
type lexicon map[rune][]*word

var theLexicon = sync.OnceValue(loadLexicon)

// loadLexicon reads the embedded files. They are part of the program: a fault
// in one is a fault of the program, and the tests see it.
func loadLexicon() lexicon {
	var file struct {
		Word []struct {
			sense
			Words []string
		}
	}
	decode("lexicon.toml", &file)
	known := map[string]*word{}
	add := func(text string, s sense) {
		w := known[text]
		if w == nil {
			w = &word{text: text}
			known[text] = w
		}
		w.senses = append(w.senses, s)
	}
	for _, entry := range file.Word {
		if entry.Role == rolePart && entry.Quantity != "free" && KindOf(entry.Quantity) == nil {
			panic("narrative: no quantity " + entry.Quantity)
		}
		for _, text := range entry.Words {
			add(foldText(text), entry.sense)
		}
	}
	for _, prefix := range []string{"我", "本", "全"} {
		for _, level := range levels {
			if prefix == "全" && strings.Contains("部社会委办署所站", level) {
				continue // 全部, 全社会: words of their own
			}
			add(prefix+level, sense{Role: roleLevel, Matter: level, Column: prefix})
		}
	}
	lex := lexicon{}
	for text, w := range known {
		first, _ := utf8.DecodeRuneInString(text)
		lex[first] = append(lex[first], w)
	}
	for _, list := range lex {
		slices.SortFunc(list, func(a, b *word) int {
			return cmp.Or(cmp.Compare(len(b.text), len(a.text)), cmp.Compare(a.text, b.text))
		})
	}
	return lex
}

// at returns the longest word that begins s, or nil.
func (lex lexicon) at(s string, first rune) *word {
	for _, w := range lex[first] {
		if strings.HasPrefix(s, w.text) {
			return w
		}
	}
	return nil
}

func decode(name string, into any) {
	meta, err := toml.DecodeFS(dataFiles, "data/"+name, into)
	if err != nil {
		panic(fmt.Sprintf("narrative: data/%s: %v", name, err))
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		panic(fmt.Sprintf("narrative: data/%s: unknown key %s", name, keys[0]))
	}
}

func foldText(s string) string { return strings.Map(fold, s) }
