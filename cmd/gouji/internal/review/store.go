package review

import (
	"database/sql"

	"github.com/gouji/gouji/rules"
)

// load reads the file.
func (f *File) load() error {
	err := f.rows("SELECT id, content, state, reason, who, day FROM decision ORDER BY n", func(rows *sql.Rows) error {
		var d Decision
		err := rows.Scan(&d.ID, &d.Content, &d.State, &d.Reason, &d.Who, &d.Day)
		f.decisions[d.ID] = append(f.decisions[d.ID], d)
		return err
	})
	if err != nil {
		return err
	}
	return f.rows("SELECT id, content, organ, year, file, code, severity, message, gone FROM finding", func(rows *sql.Rows) error {
		s := &Seen{}
		err := rows.Scan(&s.ID, &s.Content, &s.Organ, &s.Year, &s.File, &s.Code, &s.Severity, &s.Message, &s.Gone)
		f.seen[key{s.ID, s.Content}] = s
		return err
	})
}

func (f *File) rows(query string, each func(*sql.Rows) error) error {
	rows, err := f.db.Query(query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Decide adds decisions, each as of now the last one on its finding, and returns
// how many changed anything. One that says what is in force anyway is not added
// again.
func (f *File) Decide(list []Decision) (changed int, err error) {
	var added []Decision
	err = f.change(func(tx *sql.Tx) error {
		for _, d := range list {
			if f.inForce(d, added) {
				continue
			}
			_, err := tx.Exec("INSERT INTO decision (id, content, state, reason, who, day) VALUES (?, ?, ?, ?, ?, ?)", d.ID, d.Content, d.State, d.Reason, d.Who, d.Day)
			if err != nil {
				return err
			}
			added = append(added, d)
		}
		return nil
	})
	if err != nil {
		return 0, f.reason(err)
	}
	for _, d := range added {
		f.decisions[d.ID] = append(f.decisions[d.ID], d)
	}
	return len(added), nil
}

// inForce reports whether the decision says nothing new; added are those taken
// in just now.
func (f *File) inForce(d Decision, added []Decision) bool {
	for _, a := range added {
		if a == d {
			return true
		}
	}
	now := f.state(d.ID, d.Content)
	if now == nil {
		return d.State == rules.ReviewOpen
	}
	return now.State == d.State && now.Reason == d.Reason && (d.Who == "" || d.Who == now.Who)
}

// Save writes what this run saw: findings that are there, and, of the reports
// that were held to their rules, those that are gone. What nobody decided on and
// is gone is forgotten.
func (f *File) Save() error {
	return f.reason(f.change(func(tx *sql.Tx) error {
		put, err := tx.Prepare(`INSERT INTO finding (id, content, organ, year, file, code, severity, message, gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET file = excluded.file, severity = excluded.severity, message = excluded.message, gone = excluded.gone`)
		if err != nil {
			return err
		}
		defer put.Close()
		write := func(s *Seen) error {
			_, err := put.Exec(s.ID, s.Content, s.Organ, s.Year, s.File, s.Code, s.Severity, s.Message, s.Gone)
			return err
		}
		for k, s := range f.met {
			if before := f.seen[k]; before != nil && *before == *s {
				continue
			}
			if err := write(s); err != nil {
				return err
			}
		}
		for k, s := range f.seen {
			switch {
			case f.met[k] != nil || s.Gone || !f.held[s.report()]:
			case len(f.decisions[k.id]) > 0:
				s.Gone = true
				if err := write(s); err != nil {
					return err
				}
			default:
				if _, err := tx.Exec("DELETE FROM finding WHERE id = ? AND content = ?", k.id, k.content); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}
