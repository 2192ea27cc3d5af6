package html

import "testing"

func TestUnescape(t *testing.T) {
	for text, want := range map[string]string{
		"&lt;a&gt; &amp;amp; &quot;&#39;&#x27;": "<a> &amp; \"''",
		"&notit; &not; &copy &x; &":             "¬it; ¬ © &x; &",
		"&#0; &#128; &#x110000; &#1;":           "\uFFFD € \uFFFD ",
		"&eacute;&hellip;&nbsp;":                "é…\u00a0",
	} {
		if got := Unescape(text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	if got := Escape(`<a href="x">'&'</a>`, true); got != "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;&#x27;&lt;/a&gt;" {
		t.Errorf("got %s", got)
	}
}
