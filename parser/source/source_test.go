package source

import "testing"

func TestDecode(t *testing.T) {
	for _, test := range []struct{ content, text, fault string }{
		{"x = 'é'\r\ny\rz", "x = 'é'\ny\nz", ""},
		{"\xef\xbb\xbfx", "x", ""},
		{"# coding: latin-1\nx = '\xe9'", "# coding: latin-1\nx = 'é'", ""},
		{"#!/bin/sh\n# -*- coding: koi8-r -*-\n'\xc1'", "#!/bin/sh\n# -*- coding: koi8-r -*-\n'а'", ""},
		{"x\n# coding: latin-1\n'\xc3\xa9'", "x\n# coding: latin-1\n'é'", ""},
		{"# coding: shift_jis\n'\x82\xa0'", "# coding: shift_jis\n'あ'", ""},
		{"# coding: uft-8\n", "", "unknown encoding: uft-8"},
		{"\xef\xbb\xbf# coding: latin-1\n", "", "encoding problem: latin-1 with BOM"},
		{"a\x00b", "a", "source code string cannot contain null bytes"},
		{"x\xffy\nz", "x\ufffdy", "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"},
	} {
		file := New("test.py", []byte(test.content))
		fault := ""
		if file.Err != nil {
			fault = file.Err.Message
		}
		if file.Text != test.text || fault != test.fault {
			t.Errorf("%q: got %q and %q", test.content, file.Text, fault)
		}
	}
}

func TestPosition(t *testing.T) {
	file := NewText("test.py", "é = 1\n\nx")
	for _, test := range []struct {
		offset            int32
		line, col, column int
	}{{0, 1, 0, 0}, {2, 1, 2, 1}, {6, 1, 6, 5}, {7, 2, 0, 0}, {8, 3, 0, 0}, {9, 3, 1, 1}} {
		line, col := file.Position(test.offset)
		if line != test.line || col != test.col || file.Column(test.offset) != test.column {
			t.Errorf("offset %d: got %d:%d, column %d", test.offset, line, col, file.Column(test.offset))
		}
	}
	if file.LineCount() != 3 || file.Line(1) != "é = 1" || file.Line(2) != "" || file.Line(3) != "x" {
		t.Error("lines are wrong")
	}
}
