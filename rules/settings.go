package rules

import "strconv"

// Settings are what a project wants of the rules beyond which of them run. The
// zero value, and nil, want nothing.
type Settings struct {
	Facts *Facts
	// Severities, by code, take the place of the rules' own; see regrade.
	Severities map[string]Severity
	// Options, by code and key, are the values of the rules' options.
	Options map[string]map[string][]string
	// Codes are all rules there are, run or not, so that a comment that names
	// none of them is known to be a slip; nil when nobody says.
	Codes []string
	// Numbers asks for every number of the prose and what became of it.
	Numbers bool
	// Record asks for what reports beside this one are held to.
	Record bool
}

// Option is something a project may set about a rule: a list of words, or a
// whole number when it has a range.
type Option struct {
	Key     string // "allow"
	Doc     Words  // what it is for
	Default int64  // of a number
	Min     int64
	Max     int64 // 0 for an option of words
}

// IsNumber reports whether the option is a whole number.
func (o *Option) IsNumber() bool { return o.Max != 0 }

// Facts returns what the project knows; it is never nil.
func (p *Pass) Facts() *Facts {
	if p.settings == nil || p.settings.Facts == nil {
		return &Facts{}
	}
	return p.settings.Facts
}

// Option returns the words that the project set for an option of the rule that
// is running.
func (p *Pass) Option(key string) []string {
	if p.settings == nil {
		return nil
	}
	return p.settings.Options[p.rule.Code][key]
}

// Number returns the whole number that the project set for an option of the rule
// that is running, else its default.
func (p *Pass) Number(key string) int64 { return p.settings.number(p.rule, key) }

// Number is [Pass.Number] by the settings of the i-th report.
func (b *Beside) Number(i int, key string) int64 { return b.Members[i].Settings.number(b.rule, key) }

func (s *Settings) number(rule *Rule, key string) int64 {
	for _, o := range rule.Options {
		if o.Key != key {
			continue
		}
		if s != nil {
			if set := s.Options[rule.Code][key]; len(set) == 1 {
				if n, err := strconv.ParseInt(set[0], 10, 64); err == nil {
					return n
				}
			}
		}
		return o.Default
	}
	panic("rules: " + rule.Code + " has no option " + key)
}

// regrade gives the findings of a rule the severity that the project wants for
// it. A rule may find some things less grave than others (a remark beside an
// error): these are lowered with the rest, and never raised.
func (s *Settings) regrade(rule *Rule, findings []Finding) {
	if s == nil {
		return
	}
	want, ok := s.Severities[rule.Code]
	if !ok {
		return
	}
	for i := range findings {
		switch f := &findings[i]; {
		case f.crash:
		case f.Severity >= rule.Severity:
			f.Severity = want
		default:
			f.Severity = min(f.Severity, want)
		}
	}
}
