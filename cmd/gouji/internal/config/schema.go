package config

import (
	_ "embed"
	"encoding/json"

	"github.com/gouji/gouji/rules"
)

// Template is a gouji.toml with everything that may stand in one, explained in
// comments.
//
//go:embed template.toml
var Template []byte

// Schema returns the JSON Schema of gouji.toml, for editors. It is made of the
// same tree of keys that files are read by.
func Schema(c rules.Catalog) ([]byte, error) {
	s := root(c).schema()
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = Name
	data, err := json.MarshalIndent(s, "", "  ")
	return append(data, '\n'), err
}

type object = map[string]any

// schema describes one key. What a check holds a word to, beyond a list of
// words, is left to gouji.
func (k key) schema() object {
	out := object{}
	switch k.kind {
	case table:
		out = k.properties()
	case tables:
		out = object{"type": "array", "items": k.properties()}
	case lists:
		out = object{"type": "object", "additionalProperties": stringList}
	case texts:
		out = object{"type": "array", "items": object{"type": "string"}}
	case text:
		out = object{"type": "string"}
		if k.values != nil {
			out["enum"] = k.values
		}
	case flag:
		out = object{"type": "boolean"}
	case number:
		out = object{"type": "integer", "minimum": k.min, "maximum": k.max}
	case date:
		// A date of TOML reaches a validator as a string.
		out = object{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
	}
	if !k.doc.IsZero() {
		out["description"] = k.doc.ZH + " / " + k.doc.EN
	}
	return out
}

var stringList = object{"type": "array", "items": object{"type": "string"}}

func (k key) properties() object {
	properties := object{}
	var required []string
	for _, c := range k.keys {
		properties[c.name] = c.schema()
		if c.required || c.wanted {
			required = append(required, c.name)
		}
	}
	out := object{"type": "object", "additionalProperties": false, "properties": properties}
	if k.more != nil {
		out["patternProperties"] = object{"^L[A-Z][0-9]{3}$": k.more.schema()}
	}
	if required != nil {
		out["required"] = required
	}
	return out
}
