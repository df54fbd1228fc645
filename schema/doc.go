// Package schema holds what gouji knows of an annual report on the disclosure
// of government information (政府信息公开工作年度报告): the report, its
// sections, its three forms, their cells, and the place where each of them
// stands. The official forms themselves are data, in editions/.
//
// The package imports nothing of gouji's. Readers fill a [Report], rules query
// it, outputs print it.
package schema
