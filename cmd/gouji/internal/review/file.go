package review

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/gouji/gouji/rules"
)

// version is that of the tables. A newer one is refused: what an older gouji
// does not know it would lose.
const version = 1

// application marks the file as gouji's own ("gouj").
const application = 0x676f756a

const tables = `
CREATE TABLE finding (
	id TEXT NOT NULL, content TEXT NOT NULL, organ TEXT NOT NULL, year INTEGER NOT NULL, file TEXT NOT NULL,
	code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, gone INTEGER NOT NULL,
	PRIMARY KEY (id, content)) WITHOUT ROWID;
CREATE TABLE decision (
	n INTEGER PRIMARY KEY, id TEXT NOT NULL, content TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'dismissed')),
	reason TEXT NOT NULL, who TEXT NOT NULL, day TEXT NOT NULL);
CREATE INDEX decision_id ON decision (id);
`

// Error says that a review cannot be used as it is: another file was named, or
// it is damaged.
type Error struct{ rules.Words }

func (e *Error) Error() string { return fmt.Sprintf("%s（%s）", e.ZH, e.EN) }

func bad(zh, en string, args ...any) error {
	return &Error{rules.Words{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// File is an open review.
type File struct {
	Path string // as it is shown
	New  bool   // there was none before

	db        *sql.DB
	decisions map[string][]Decision // by ID, in the order they were made
	seen      map[key]*Seen         // as the file has them
	met       map[key]*Seen         // in this run
	held      map[string]bool       // reports that were held to a rule in this run
}

// Open reads a review; one that is not there is made when create is set. Another
// process that writes is waited for, ten seconds at most.
func Open(path string, create bool) (*File, error) {
	f := &File{Path: path, seen: map[key]*Seen{}, met: map[key]*Seen{}, held: map[string]bool{}, decisions: map[string][]Decision{}}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && create:
		f.New = true
	case errors.Is(err, fs.ErrNotExist):
		return nil, bad("没有复核文件“%s”；gouji audit --review 会生成", "there is no review %q; gouji audit --review makes one", path)
	case err != nil:
		return nil, bad("复核文件“%s”打不开：%v", "the review %q cannot be opened: %v", path, err)
	case !info.Mode().IsRegular():
		return nil, bad("复核文件“%s”不是普通文件", "the review %q is no regular file", path)
	default:
		f.New = info.Size() == 0
	}
	if err := f.open(); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (f *File) open() error {
	abs, err := filepath.Abs(f.Path)
	if err != nil {
		return err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // file:///C:/…
	}
	at := url.URL{Scheme: "file", Path: slashed, RawQuery: "_txlock=immediate&_pragma=busy_timeout(10000)"}
	if f.db, err = sql.Open("sqlite", at.String()); err != nil {
		return err
	}
	f.db.SetMaxOpenConns(1)
	if err := f.settle(); err != nil {
		return f.reason(err)
	}
	return f.reason(f.load())
}

// Close ends the use of the file. What was not saved is lost.
func (f *File) Close() {
	if f.db != nil {
		_ = f.db.Close()
	}
}

// settle makes the tables of a new file, and refuses a file that is another's,
// damaged, or of a newer gouji.
func (f *File) settle() error {
	return f.change(func(tx *sql.Tx) error {
		var mine, made, objects int
		err := errors.Join(
			tx.QueryRow("PRAGMA application_id").Scan(&mine), tx.QueryRow("PRAGMA user_version").Scan(&made),
			tx.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&objects))
		switch {
		case err != nil:
			return err
		case objects == 0 && mine == 0:
			_, err := tx.Exec(tables + fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, version))
			return err
		case mine != application:
			return bad("“%s”是别的软件的数据库，不是复核文件", "%q is another program's database and no review", f.Path)
		case made > version:
			return bad("复核文件“%s”由更新的 gouji 写成（第 %d 版，这里认识第 %d 版），请升级 gouji", "the review %q was written by a newer gouji (version %d; this one knows %d)", f.Path, made, version)
		}
		var sound string
		if err := tx.QueryRow("PRAGMA quick_check(1)").Scan(&sound); err != nil || sound == "ok" {
			return err
		}
		return f.damaged(sound)
	})
}

func (f *File) damaged(why string) error {
	return bad("复核文件“%s”已损坏，或不是复核文件（%s）；没有改动它，请恢复备份或另写一个", "the review %q is damaged or none (%s); it was left alone", f.Path, why)
}

// change runs one transaction that no other writer can come between.
func (f *File) change(work func(*sql.Tx) error) error {
	tx, err := f.db.Begin()
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// reason says what the database means by its error.
func (f *File) reason(err error) error {
	var own *Error
	var theirs *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return own
	case !errors.As(err, &theirs):
		return fmt.Errorf("复核文件“%s”出错：%w（the review cannot be used）", f.Path, err)
	}
	switch theirs.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return f.damaged("SQLite " + fmt.Sprint(theirs.Code()))
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("复核文件“%s”正被别的程序使用，等了十秒仍写不进去，请稍后再试：%w（the review is in use by another program）", f.Path, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("复核文件“%s”写不进去，请检查文件夹是否存在、是否只读：%w（the review cannot be written）", f.Path, err)
	}
	return fmt.Errorf("复核文件“%s”出错：%w（the review cannot be used）", f.Path, err)
}

func (s *Seen) compare(o *Seen) int {
	return cmp.Or(
		cmp.Compare(s.Organ, o.Organ), cmp.Compare(s.Year, o.Year), cmp.Compare(s.File, o.File),
		cmp.Compare(s.Code, o.Code), cmp.Compare(s.ID, o.ID), cmp.Compare(s.Content, o.Content),
	)
}
