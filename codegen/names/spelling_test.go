package names

import "testing"

func TestCamel(t *testing.T) {
	for _, test := range []struct{ python, want string }{
		{"fetch_all", "fetchAll"},
		{"MAX_SIZE", "maxSize"},
		{"N", "n"},
		{"_private_value", "privateValue"},
		{"__init__", "init"},
		{"parse_url", "parseURL"},
		{"url_parser", "urlParser"},
		{"user_id", "userID"},
		{"userId", "userId"},
		{"HTTPServer", "HTTPServer"},
		{"x_1", "x1"},
		{"_1", "n1"},
		{"__", "underscore"},
		{"größe_neu", "größeNeu"},
		{"a·b", "au00b7b"},
	} {
		if got := camel(test.python); got != test.want {
			t.Errorf("camel(%q) = %q, want %q", test.python, got, test.want)
		}
	}
}

func TestTypeName(t *testing.T) {
	for _, test := range []struct{ python, want string }{
		{"ApiError", "ApiError"},
		{"_Connection", "connection"},
		{"_HTTPServer", "httpServer"},
		{"point", "point"},
		{"Retry_Policy", "RetryPolicy"},
	} {
		if got := typeName(test.python); got != test.want {
			t.Errorf("typeName(%q) = %q, want %q", test.python, got, test.want)
		}
	}
}

func TestUnique(t *testing.T) {
	taken := func(name string) bool { return name == "x" || name == "x2" || name == "v1" }
	for _, test := range []struct{ name, want string }{
		{"y", "y"}, {"x", "x3"}, {"v1", "v1n2"},
	} {
		if got := unique(test.name, taken); got != test.want {
			t.Errorf("unique(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, test := range []struct{ module, want string }{
		{"main", "main.go"},
		{"worker_test", "worker_test_module.go"},
		{"for_windows", "for_windows_module.go"},
		{"linux", "linux.go"},
		{"_private", "private.go"},
	} {
		if got := FileName(test.module); got != test.want {
			t.Errorf("FileName(%q) = %q, want %q", test.module, got, test.want)
		}
	}
}
