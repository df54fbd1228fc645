package rules

import (
	"fmt"

	"github.com/gouji/gouji/schema"
)

// FormName names a form as the field does: 表三.
func FormName(f *schema.FormSpec) Words {
	return Words{ZH: "表" + string([]rune("零一二三四五六")[f.Number]), EN: fmt.Sprintf("form %d", f.Number)}
}

// CellName names a cell of the form for a person: 表三“（一）予以公开”行“总计”列.
func CellName(f *schema.FormSpec, id schema.CellID) Words {
	spec, ok := f.Cell(id)
	if !ok {
		return Words{ZH: id.Path(), EN: id.Path()}
	}
	name := FormName(f)
	return Words{
		ZH: fmt.Sprintf("%s“%s”行“%s”列", name.ZH, spec.Row.Name(), spec.Column.Label),
		EN: fmt.Sprintf("%s, row %q, column %q", name.EN, spec.Row.Name(), spec.Column.Label),
	}
}
