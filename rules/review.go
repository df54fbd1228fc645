package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"github.com/gouji/gouji/schema"
)

// Review is what a reviewer decided on a finding.
type Review struct {
	State  ReviewState
	Reason string
	Who    string
	When   string // a day, as 2026-12-31
	// Was is the decision that no longer holds when State is [ReviewChanged]: what
	// stood in the report then stands there no more.
	Was ReviewState
}

// ReviewState is where a finding stands with its reviewer.
type ReviewState string

// The states of a finding in review.
const (
	ReviewOpen      ReviewState = "open"      // 待定: nobody decided, or somebody took it back
	ReviewConfirmed ReviewState = "confirmed" // 确认: to be put right
	ReviewDismissed ReviewState = "dismissed" // 驳回: it is none
	ReviewChanged   ReviewState = "changed"   // 报告改动后待复核: decided on what stands there no more
	ReviewGone      ReviewState = "gone"      // 已不再出现: decided on, and found no more
)

// ZH returns the state's name in the field.
func (s ReviewState) ZH() string {
	return map[ReviewState]string{
		ReviewOpen: "待定", ReviewConfirmed: "确认", ReviewDismissed: "驳回", ReviewChanged: "报告改动后待复核", ReviewGone: "已不再出现",
	}[s]
}

// ReviewStates lists the states that a reviewer can give.
func ReviewStates() []ReviewState {
	return []ReviewState{ReviewConfirmed, ReviewDismissed, ReviewOpen}
}

// ReviewID names a finding of a report from run to run: its fingerprint, and the
// file where organ and year, which the fingerprint is made of, are not known.
// Of the file the last two elements of its path count, so that a folder can be
// moved.
func ReviewID(r *schema.Report, f *Finding) string {
	if r.Year != 0 && strings.TrimSpace(r.Organ.Value) != "" {
		return f.Fingerprint
	}
	parts := strings.Split(filepath.ToSlash(r.Path), "/")
	return f.Fingerprint + "@" + digest(parts[max(len(parts)-2, 0):])[:8]
}

// Content tells what a finding rests on: figures and words, never where they
// stand and never how gouji words it. A decision holds as long as it is the
// same.
func (f *Finding) Content() string {
	parts := []string{f.Actual, f.Expected}
	excerpt := func(e Excerpt) {
		parts = append(append(append(parts, "\x1e", e.Line), e.Cells...), "\x1e")
	}
	excerpt(f.Excerpt)
	for _, p := range f.Proposals {
		parts = append(parts, p.Cell, p.From, p.To)
	}
	for _, r := range f.Related {
		excerpt(r.Excerpt)
	}
	return "c" + digest(parts)[:11] // no spreadsheet takes it for a number
}

func digest(parts []string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(sum[:])
}
