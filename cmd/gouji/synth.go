package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/made"
)

// The key to the planted errors stands beside the folders of the years, once for
// programs that read line by line and once for people. No command takes either
// for a report.
const (
	keyFile = "key.jsonl"
	keyTOML = "key.toml"
)

// keyHead explains the key to whoever opens it.
const keyHead = `# 埋入的错误，每处一节：path 文件，organ 机关，year 年度，kind 种类，codes 可能指出它的规则；
# cells 错误的单元格，wrong 所填，right 应填；words 错误的文字，instead 应为。报告本身看不出应填什么的，没有 right 或 instead。
# The planted errors, one a section: the file, organ and year, the kind, the rules that may name it; the wrong cells with
# what is printed in them and what belongs there, or the wrong words and what should stand there, where the report tells it.
`

type synthFlags struct {
	organs  int
	years   string
	plant   float64
	seed    uint64
	formats []string
}

func (a *app) synthCommand() *cobra.Command {
	var known []string
	for _, f := range made.Formats() {
		known = append(known, f.Name)
	}
	o := synthFlags{}
	cmd := &cobra.Command{
		Use:   "synth " + a.say("文件夹 [参数]", "DIR [flags]"),
		Short: a.say("生成虚构的年报，可带已知的错误及答案", "make reports of invented organs, with planted errors and their key"),
		Long: a.say("生成虚构机关的年报，供演示、练习和测量用：各年前后衔接，文与表一致；--plant 按比例埋入错误，\n答案写在 "+keyTOML+"，供程序读的在 "+keyFile+"。同样的参数总是生成同样的文件。文件夹应为空或不存在。",
			"Make reports of invented organs for demonstrations, training and measurement. The years of an organ follow\neach other, prose and forms agree; --plant puts errors into a share of them, with the key in "+keyTOML+", for programs in "+keyFile+".\nThe same flags always make the same files. The folder must be empty or not there."),
		Example: "  gouji synth 练习 --organs 20 --years 2022-2024 --plant 0.3 --format docx\n  gouji check 练习",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong("请写明一个文件夹，如 gouji synth 练习", "name one folder: gouji synth training")
			}
			return a.synth(o, args[0])
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.IntVar(&o.organs, "organs", 10, a.say("多少个`机关`（默认 10）", "how many `organs` (default 10)"))
	f.StringVar(&o.years, "years", "2023-2024", a.say("哪些`年度`，如 2021-2024（默认 2023-2024）", "which report `years` (default 2023-2024)"))
	f.Float64Var(&o.plant, "plant", 0, a.say("有错误的年报所占`比例`，0 到 1（默认 0）", "the `share` of reports with an error, 0 to 1 (default 0)"))
	f.Uint64Var(&o.seed, "seed", 1, a.say("种子`数`，不同的数生成不同的年报（默认 1）", "the `seed`; another makes other reports (default 1)"))
	f.StringSliceVar(&o.formats, "format", []string{"docx"}, a.say("文件`格式`，多个用逗号隔开轮流使用："+strings.Join(known, " ")+"（默认 docx）", "`formats`, several by turns: "+strings.Join(known, " ")+" (default docx)"))
	return cmd
}

// synth makes the corpus and writes it.
func (a *app) synth(o synthFlags, dir string) error {
	corpus, err := o.corpus()
	if err != nil {
		return err
	}
	formats, err := o.printers()
	if err != nil {
		return err
	}
	if err := emptyFolder(dir); err != nil {
		return err
	}
	w := &synthWriter{dir: dir, corpus: corpus, formats: formats, width: max(4, len(strconv.Itoa(corpus.Organs)))}
	if err := w.run(); err != nil {
		return unwritten("文件夹“"+dir+"”", "the folder "+dir, err)
	}
	_, err = fmt.Fprintln(a.Stdout, a.say(
		fmt.Sprintf("写了 %d 个机关的 %d 份年报，其中 %d 处埋有错误；答案在 %s。", corpus.Organs, w.reports, w.planted, filepath.Join(dir, keyTOML)),
		fmt.Sprintf("wrote %d reports of %d organs with %d planted errors; the key is %s", w.reports, corpus.Organs, w.planted, filepath.Join(dir, keyTOML))))
	return err
}

// corpus reads what is to be made from the flags.
func (o synthFlags) corpus() (made.Corpus, error) {
	c := made.Corpus{Organs: o.organs, Rate: o.plant, Seed: o.seed}
	from, to, span := strings.Cut(o.years, "-")
	if !span {
		to = from
	}
	var errs [2]error
	c.From, errs[0] = strconv.Atoi(strings.TrimSpace(from))
	c.To, errs[1] = strconv.Atoi(strings.TrimSpace(to))
	first := schema.Editions()[0].From
	switch {
	case errs[0] != nil || errs[1] != nil || c.From > c.To || c.To > 2100:
		return c, wrong("--years 应写作 2021-2024 或 2024", "--years is written 2021-2024 or 2024")
	case c.From < first:
		return c, wrong("--years 应从 %d 年起，之前没有全国统一的格式", "--years begin with %d; before, there was no national form", first)
	case c.Organs < 1 || c.Organs > 100_000:
		return c, wrong("--organs 应为 1 到 100000", "--organs is 1 to 100000")
	case !(c.Rate >= 0 && c.Rate <= 1):
		return c, wrong("--plant 应为 0 到 1", "--plant is 0 to 1")
	}
	return c, nil
}

func (o synthFlags) printers() ([]made.Format, error) {
	var out []made.Format
	var known []string
	for _, f := range made.Formats() {
		known = append(known, f.Name)
	}
	for _, name := range o.formats {
		f, ok := made.FormatByName(name)
		if !ok {
			return nil, nearest("格式", "format", name, known)
		}
		out = append(out, f)
	}
	if len(out) == 0 {
		return nil, wrong("--format 应写明格式", "--format needs a format")
	}
	return out, nil
}

// emptyFolder makes sure that nothing is mixed with what is made.
func emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return wrong("“%s”不能用作文件夹", "%q cannot be used as a folder", dir)
	case len(entries) > 0:
		return wrong("文件夹“%s”里已有文件，请另写一个", "the folder %q is not empty; name another", dir)
	}
	return nil
}

// synthWriter writes a corpus, several organs at a time, and their keys in order.
type synthWriter struct {
	dir     string
	corpus  made.Corpus
	formats []made.Format
	width   int // digits of an organ's number

	reports, planted int
}

// keyLine is one line of the key.
type keyLine struct {
	Path  string `json:"path" toml:"path"`
	Organ string `json:"organ" toml:"organ"`
	Year  int    `json:"year" toml:"year"`
	made.Planted
}

func (w *synthWriter) folders() error {
	for year := w.corpus.From; year <= w.corpus.To; year++ {
		if err := os.MkdirAll(filepath.Join(w.dir, strconv.Itoa(year)), 0o755); err != nil {
			return err
		}
	}
	return nil
}

func (w *synthWriter) run() error {
	if err := w.folders(); err != nil {
		return err
	}
	seeds := w.corpus.Seeds()
	keys := make([][]keyLine, len(seeds))
	counts := make([]int, len(seeds))
	errs := make([]error, len(seeds))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				counts[i], keys[i], errs[i] = w.organ(i, seeds[i])
			}
		})
	}
	for i := range seeds {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, n := range counts {
		w.reports += n
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return w.key(slices.Concat(keys...))
}

// organ writes the reports of one organ.
func (w *synthWriter) organ(i int, seed uint64) (reports int, keys []keyLine, err error) {
	for k, e := range w.corpus.Years(seed) {
		format := w.formats[(i+k)%len(w.formats)]
		m := e.Report
		name := fmt.Sprintf("%0*d-%s%s", w.width, i+1, m.Organ.Name, format.Ext)
		path := filepath.Join(strconv.Itoa(m.Year), name)
		if e.Planted() {
			keys = append(keys, keyLine{filepath.ToSlash(path), m.Organ.Name, m.Year, e.Key})
		}
		if e.Missing {
			continue
		}
		data, err := format.Print(m)
		if err == nil {
			err = os.WriteFile(filepath.Join(w.dir, path), data, 0o644)
		}
		if err != nil {
			return reports, keys, err
		}
		reports++
	}
	return reports, keys, nil
}

func (w *synthWriter) key(keys []keyLine) error {
	w.planted = len(keys)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, k := range keys {
		if err := enc.Encode(k); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(w.dir, keyFile), b.Bytes(), 0o644); err != nil {
		return err
	}
	var list bytes.Buffer
	list.WriteString(keyHead)
	err := toml.NewEncoder(&list).Encode(struct {
		Planted []keyLine `toml:"planted"`
	}{keys})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(w.dir, keyTOML), list.Bytes(), 0o644)
}
