package output

import (
	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/rules"
)

// The parts of SARIF that gouji writes, named as the standard names them.
type (
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		Version  string      `json:"version,omitempty"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string              `json:"id"`
		Name          string              `json:"name"`
		Short         sarifText           `json:"shortDescription"`
		Full          sarifText           `json:"fullDescription"`
		Help          sarifText           `json:"help"`
		Configuration sarifConfiguration  `json:"defaultConfiguration"`
		Properties    sarifRuleProperties `json:"properties"`
	}
	sarifConfiguration struct {
		Level   string `json:"level"`
		Enabled bool   `json:"enabled"`
	}
	sarifRuleProperties struct {
		Tags     []string `json:"tags"`
		Severity string   `json:"problem.severity"` // GitHub's
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    *int               `json:"ruleIndex,omitempty"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
		Properties   sarifProperties    `json:"properties"`
	}
	sarifProperties struct {
		Organ          string         `json:"organ,omitempty"`
		Year           int            `json:"year,omitempty"`
		Cells          []string       `json:"cells,omitempty"`
		Actual         string         `json:"actual,omitempty"`
		Expected       string         `json:"expected,omitempty"`
		Proposals      []jsonProposal `json:"proposals,omitempty"`
		Basis          string         `json:"basis,omitempty"`
		RelatedOmitted int            `json:"relatedOmitted,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"name"`
		Full string `json:"fullyQualifiedName,omitempty"`
		Kind string `json:"kind"`
	}
	sarifSuppression struct {
		Kind          string         `json:"kind"`
		Status        string         `json:"status"`
		Justification string         `json:"justification,omitempty"`
		Location      *sarifLocation `json:"location,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
)

// ruleList describes the rules, with what `gouji explain` says of them.
func (p *sarifPrinter) ruleList() []sarifRule {
	list := make([]sarifRule, 0, len(p.o.Rules))
	p.index = map[string]int{}
	for i, r := range p.o.Rules {
		p.index[r.Code] = i
		severity := map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "recommendation"}[r.Severity]
		list = append(list, sarifRule{
			ID: r.Code, Name: r.Name, Short: sarifText{Text: r.Title.In(p.o.Lang)}, Full: sarifText{Text: r.Doc.What.In(p.o.Lang)},
			Help:          sarifText{Text: explain.Text(r, p.o.Lang), Markdown: explain.Markdown(r, p.o.Lang)},
			Configuration: sarifConfiguration{sarifLevel(r.Severity), !r.Off},
			Properties:    sarifRuleProperties{[]string{r.Family.Key}, severity},
		})
	}
	return list
}
