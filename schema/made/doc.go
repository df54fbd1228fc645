// Package made makes annual reports that no organ ever published: consistent
// ones, in every layout gouji reads, and ones with a planted error and the key
// to it. It serves the property tests of the other packages, benchmarks,
// demonstrations and the training of reviewers.
//
// Everything follows from a seed: the same seed gives the same bytes on every
// machine. Places are invented, sentences are our own (data/prose.toml) in the
// shapes that real reports have, and the figures of a report hold every
// relation of its forms. Among the sentences stand, at random, those that look
// like errors and are none, so that silence over a made report means something.
package made
