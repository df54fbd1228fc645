// Package narrative reads the prose of a report: sentence, clause, quantity. In
// one pass over each paragraph it finds every number and every "none", and says
// what each speaks of: a quantity of the forms, or something else, with the
// reason; which numbers are parts of which; and what each year is named for.
// Rules query what it found and never search the text again.
//
// What words mean is data: data/lexicon.toml holds the words, and
// data/quantities.toml the quantities of the forms that they speak of.
package narrative

import "github.com/gouji/gouji/schema"

// Prose is what the words of a report say.
type Prose struct {
	Paragraphs []Paragraph
	Mentions   []Mention // every number of the text, in order
	Claims     []Claim   // what speaks of a quantity, by figure or by word, in order
	Lists      []List    // wholes with their parts
	Shares     []Share
	Growths    []Growth
	Sinces     []Since     // changes since last year
	Malformed  []Malformed // numbers and dates that cannot be right as printed
	Years      []Year      // every year of the text, in order
	Selves     []Self      // every 我镇 and 本局, in order
}

// Paragraph is one paragraph of the report.
type Paragraph struct {
	Text    schema.Text
	Section string // key of its section, "" for the preface
	Index   int    // its ordinal in the section, from 0
	Head    string // matter of the sub-head it stands under: "applications"; or ""
	tokens  []token
	view    view
}

// Span is a run of bytes of a paragraph.
type Span struct {
	Paragraph int // index into Prose.Paragraphs
	I, J      int // bytes of the paragraph's text
}

// Mention is one number of the text.
type Mention struct {
	Span          // with its measure word
	Raw    string // as printed, without the measure word: "１,362", "十四", "1.2万"
	Value  schema.Number
	Unit   string // measure word: 件 条 … ; "%" ; "" when none
	Bound  Bound
	Class  Class
	Claim  int     // index into Claims, or -1
	Reason Words   // why it is linked to no cell; zero when it is
	Scope  Scope   // whose and which time's number it is
	number *number // as read
	clause int     // ordinal of its clause in the paragraph
	token  int     // index into the paragraph's tokens
}

// Class says what kind of number a mention is. Only quantities can be claims.
type Class string

// The classes of numbers.
const (
	Quantity Class = "quantity"
	DateOf   Class = "date"
	Ordinal  Class = "ordinal"  // 第十九条, （1）
	Document Class = "document" // 〔2021〕30号, in 《》
	Contact  Class = "contact"  // telephone, postcode, address
	Percent  Class = "percent"  // 12.5%
	Idiom    Class = "idiom"    // part of a name or a word: 5G, 12345
)

// Claim is a statement about a quantity of the report.
type Claim struct {
	Span
	What *Kind
	// Readings are those of the kind that the sentence leaves; see [Kind].
	Readings [][]schema.CellID
	Value    schema.Number
	Step     schema.Number // what its last printed digit counts: 1000 for 517.6万件; zero for a word
	Bound    Bound
	None     bool // said by a word (未收到), not by a figure
	Doubt    Doubt
	Why      Words  // what the doubt is
	Section  string // where it stands
	Mention  int    // index into Mentions; -1 for a word
	// Slack is how much more the form may count: outcomes beside it that the form
	// does not know, and that may stand on the same rows.
	Slack schema.Number
	// Named says that its own clause names what is counted: 收到政府信息公开申请14件,
	// and not 办理14件 alone, which the clauses before give its meaning.
	Named bool

	open   bool // its sentence names the work of disclosure
	narrow bool // it is told of 本级
	stated bool // it is told of the whole area: 全县
}

// Doubt says how sure it is that a claim speaks of this organ's work of
// disclosure in the year of the report.
type Doubt uint8

// The doubts.
const (
	Sure     Doubt = iota // no other reading: a contradiction is an error
	Likely                // a scope or a 口径 could excuse a contradiction
	Doubtful              // it may confirm a cell, never contradict it
)

// Bound says how a value is meant.
type Bound uint8

// The bounds.
const (
	Exactly Bound = iota
	AtLeast       // 15余件, 超过15件
	About         // 约15件
	AtMost        // 不足15件
)

// Scope says whose and which time's number it is.
type Scope uint8

// The scopes.
const (
	Own       Scope = iota // this organ's, in the year of the report
	OtherBody              // a department's, another level's
	OtherTime              // last year's, a quarter's, since some day
	Relative               // a difference or a base of comparison
)

// List is a whole and the parts that the words say it has. Where the words
// leave open what belongs to it, Parts is the plainest reading, and Members and
// Others hold the rest.
type List struct {
	Whole   int      // index into Mentions
	Others  []int    // numbers before it that may be the whole instead, or with it
	Parts   []int    // indexes into Mentions, in order: the plainest reading
	Members []Member // every number that may be a part, in order
	Closed  bool     // its words say that the parts are all: 包括, 分别为, 其他3条
	Open    bool     // its words say that they are not: 等, 主要
	Bare    bool     // a colon or a bracket opens it, no word
	Direct  bool     // it stands right behind its whole
	Ahead   bool     // it stands in front of its whole: 建议24件、提案31件，合计55件
	Channel bool     // its parts are ways, which may each carry the whole
	Mixed   bool     // a part has another measure word, time or body than the whole
	Inside  int      // index into Lists of the list it is nested in, or -1
	Span             // from the whole to the last part
}

// Member is a number that may be a part of a list.
type Member struct {
	Mention   int
	Loose     bool // the list may end in front of it: a comma or semicolon parts it
	Semicolon bool // it is a semicolon
	Break     bool // something else begins in front of it
	Inner     bool // an opener in front of it may make it a part of the member before
	Rest      bool // it counts what is left: 其他, 其余
	Way       bool // it counts what went one way: a site, an account
	Alien     bool // it has another measure word, time or body than the whole
}

// Share is a percentage with the number it is the share of something of.
type Share struct {
	Percent, Part int   // indexes into Mentions
	Whole         int   // the list's whole; -1 when no list tells it
	Others        []int // other numbers that it may be a share of
	List          int   // index into Lists, when a list tells the whole
	Sure          bool  // the words leave no doubt that it is the list's whole
}

// Growth is a change told with the numbers it led from and to.
type Growth struct {
	Change   int      // index into Mentions: the percentage or difference
	Now      int      // the number of this year
	Base     int      // the number it is compared with
	Others   [][2]int // other pairs of now and base that may be meant
	Down     bool
	Absolute bool // a difference, not a percentage
	Sure     bool // nothing else in its clause could have changed
}

// Words is a name or sentence in both languages.
type Words struct{ ZH, EN string }

// Words returns the words of the span.
func (p *Prose) Words(s Span) string { return p.Paragraphs[s.Paragraph].Text.Value[s.I:s.J] }

// Place returns where the span stands.
func (p *Prose) Place(s Span) schema.Place { return p.Paragraphs[s.Paragraph].Text.Place(s.I, s.J) }
