# The relations of the national form (R1 to R5) over reports in TOML, as far as
# Rego can say them: whether they hold, not which cell is wrong.
package main

import rego.v1

columns := ["natural", "business", "research", "charity", "legal", "other", "total"]

figure(v) := v if is_number(v)

# Rows of outcomes that add up to （七）总计; a group that has no rows is one itself.
leaf contains [path, row] if {
	some path in [["granted"], ["partly_granted"], ["other"]]
	row := object.get(input.applications.outcome, path, null)
	is_array(row)
}

leaf contains [[group, key], row] if {
	some group in ["refused", "unavailable", "unprocessed", "other"]
	some key, row in object.get(input.applications.outcome, group, {})
	is_array(row)
}

rows contains [["received"], input.applications.received]
rows contains [["carried_in"], input.applications.carried_in]
rows contains [["carried_out"], input.applications.carried_out]
rows contains [["outcome", "total"], input.applications.outcome.total]
rows contains pair if some pair in leaf

# R1: received and carried in = concluded and carried out
deny contains msg if {
	some i, column in columns
	came := figure(input.applications.received[i]) + figure(input.applications.carried_in[i])
	went := figure(input.applications.outcome.total[i]) + figure(input.applications.carried_out[i])
	came != went
	msg := sprintf("R1 column %s: %v came in, %v accounted for", [column, came, went])
}

# R2: the outcomes add up to their total
deny contains msg if {
	some i, column in columns
	parts := [figure(pair[1][i]) | some pair in leaf]
	count(parts) == count(leaf)
	sum(parts) != figure(input.applications.outcome.total[i])
	msg := sprintf("R2 column %s: outcomes make %v, the total is %v", [column, sum(parts), input.applications.outcome.total[i]])
}

# R3: the applicants add up to the total of the row
deny contains msg if {
	some pair in rows
	parts := [figure(v) | some v in array.slice(pair[1], 0, 6)]
	count(parts) == 6
	sum(parts) != figure(pair[1][6])
	msg := sprintf("R3 row %s: applicants make %v, the total is %v", [concat(".", pair[0]), sum(parts), pair[1][6]])
}

# R4: the results of reviews and of lawsuits add up
review contains ["review", input.review]
review contains [key, group] if some key, group in input.litigation

deny contains msg if {
	some pair in review
	made := figure(pair[1].upheld) + figure(pair[1].corrected) + figure(pair[1].other) + figure(pair[1].pending)
	made != figure(pair[1].total)
	msg := sprintf("R4 %s: results make %v, the total is %v", [pair[0], made, pair[1].total])
}

# R5: counts are whole and not negative
deny contains msg if {
	some pair in rows
	some v in pair[1]
	is_number(v)
	not whole(v)
	msg := sprintf("R5 row %s: %v", [concat(".", pair[0]), v])
}

deny contains msg if {
	some pair in review
	some key, v in pair[1]
	is_number(v)
	not whole(v)
	msg := sprintf("R5 %s.%s: %v", [pair[0], key, v])
}

whole(v) if {
	v >= 0
	floor(v) == v
}
