package http

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestStatus(t *testing.T) {
	class := Module().Attr("HTTPStatus")
	for code, want := range map[int]string{
		102: "<HTTPStatus.PROCESSING: 102> Processing '' True False False False False",
		204: "<HTTPStatus.NO_CONTENT: 204> No Content 'Request fulfilled, nothing follows' False True False False False",
		304: "<HTTPStatus.NOT_MODIFIED: 304> Not Modified 'Document has not changed since given time' False False True False False",
		418: "<HTTPStatus.IM_A_TEAPOT: 418> I'm a Teapot 'Server refuses to brew coffee because it is a teapot.' False False False True False",
		504: "<HTTPStatus.GATEWAY_TIMEOUT: 504> Gateway Timeout 'The gateway server did not receive a timely response' False False False False True",
	} {
		status := py.Call(class, code)
		got := py.Repr(status) + " " + py.Str(py.GetAttr(status, "phrase")) + " " + py.Repr(py.GetAttr(status, "description"))
		for _, name := range classOfStatus {
			got += " " + py.Str(py.GetAttr(status, name))
		}
		if got != want {
			t.Errorf("%d: got %s, want %s", code, got, want)
		}
	}
	if alias := py.GetAttr(class, "REQUEST_URI_TOO_LONG"); py.Repr(alias) != "<HTTPStatus.URI_TOO_LONG: 414>" {
		t.Errorf("alias: got %s", py.Repr(alias))
	}
}

func TestMethod(t *testing.T) {
	get := py.GetAttr(Module().Attr("HTTPMethod"), "GET")
	if got := py.Repr(get) + " " + py.Str(get) + ": " + py.Str(py.GetAttr(get, "description")); got != "<HTTPMethod.GET> GET: Retrieve the target." {
		t.Errorf("got %s", got)
	}
}
