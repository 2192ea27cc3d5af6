package py

// settleFiles is what SettleFiles calls.
var settleFiles func(path string)

// OnSettleFiles sets what SettleFiles does. The module io sets it.
func OnSettleFiles(f func(path string)) { settleFiles = f }

// SettleFiles closes the files that the program has dropped without closing
// them, as CPython does at once, so that somebody who is about to look at the
// file at path, or at any file if path is empty, finds what was written.
func SettleFiles(path string) {
	if settleFiles != nil {
		settleFiles(path)
	}
}
