package narrative

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed data/*.toml
var dataFiles embed.FS

// role says what a word does; see data/lexicon.toml.
type role uint8

const (
	roleMatter role = iota
	rolePart
	roleResult
	roleNone
	roleZero
	roleOwn
	roleLevel // 我镇, 全县: own or not, by the organ
	roleWho
	roleNarrow // 本级: less than the forms of a government may count
	roleWhen
	roleNow
	roleCompare
	roleOpener
	roleSome
	roleSum
	roleEach
	roleChannel
	roleClass
	roleOpen
	roleFill
	roleSpoil
	roleIdle
	roleEvery
	roleCount
)

var roleNames = [roleCount]string{
	roleMatter:  "matter",
	rolePart:    "part",
	roleResult:  "result",
	roleNone:    "none",
	roleZero:    "zero",
	roleOwn:     "own",
	roleLevel:   "level",
	roleWho:     "who",
	roleNarrow:  "narrow",
	roleWhen:    "when",
	roleNow:     "now",
	roleCompare: "compare",
	roleOpener:  "opener",
	roleSome:    "some",
	roleSum:     "sum",
	roleEach:    "each",
	roleChannel: "channel",
	roleClass:   "class",
	roleOpen:    "open",
	roleFill:    "fill",
	roleSpoil:   "spoil",
	roleIdle:    "idle",
	roleEvery:   "every",
}

// UnmarshalText reads a role by its name.
func (r *role) UnmarshalText(name []byte) error {
	k := slices.Index(roleNames[:], string(name))
	if k < 0 {
		return fmt.Errorf("no role is called %q", name)
	}
	*r = role(k)
	return nil
}

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
	first  [roleCount]int8 // of each role: the first sense in it, counted from 1; 0 for none
}

// as returns the word's sense in that role, or nil.
func (w *word) as(r role) *sense {
	if w == nil || w.first[r] == 0 {
		return nil
	}
	return &w.senses[w.first[r]-1]
}

// add gives the word a further sense.
func (w *word) add(s sense) {
	if slices.Contains(w.senses, s) {
		return
	}
	w.senses = append(w.senses, s)
	if w.first[s.Role] == 0 {
		w.first[s.Role] = int8(len(w.senses))
	}
}

var theLexicon = sync.OnceValue(loadLexicon)

// loadLexicon reads the embedded files. They are part of the program: a fault
// in one is a fault of the program, and the tests see it.
func loadLexicon() *lexicon {
	var file struct {
		Word []struct {
			sense
			Heads, Words, Tails []string
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
		w.add(s)
	}
	for _, entry := range file.Word {
		if entry.Role == rolePart && entry.Quantity != "free" && KindOf(entry.Quantity) == nil {
			panic("narrative: no quantity " + entry.Quantity)
		}
		for _, text := range compounds(entry.Heads, entry.Words, entry.Tails) {
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
	lex := newLexicon()
	for _, w := range known {
		lex.add(w)
	}
	return lex
}

// compounds joins each head, word and tail: 上年 and 结转 and 的.
func compounds(heads, words, tails []string) []string {
	join := func(fronts, backs []string) []string {
		if len(fronts) == 0 {
			return backs
		}
		if len(backs) == 0 {
			return fronts
		}
		out := make([]string, 0, len(fronts)*len(backs))
		for _, f := range fronts {
			for _, b := range backs {
				out = append(out, f+b)
			}
		}
		return out
	}
	return join(join(heads, words), tails)
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
