package rules

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

// Option is something a project may set about a rule: a list of words.
type Option struct {
	Key string // "allow"
	Doc Words  // what it is for
}

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
