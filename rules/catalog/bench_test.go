package catalog_test

import (
	"context"
	"testing"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/made"
)

// BenchmarkCheckOne reads one report and holds it to every rule.
func BenchmarkCheckOne(b *testing.B) {
	m := made.New(1, made.Options{})
	toml, err := m.TOML()
	if err != nil {
		b.Fatal(err)
	}
	all := catalog.All()
	for _, in := range []struct {
		name string
		data []byte
	}{{"a.toml", toml}, {"a.txt", []byte(m.Text(made.Layouts()[0]))}, {"b.txt", []byte(m.Text(made.Layouts()[5]))}} {
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(in.data)))
			for b.Loop() {
				for _, r := range intake.Read(context.Background(), in.name, in.data) {
					rules.Run(r, all)
				}
			}
		})
	}
}
