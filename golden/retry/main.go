// Fetch pages with retries; the flaky server is simulated.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The server answered with an error status.
type ApiError struct {
	py.Exception
	status int
}

var apiErrorClass = py.StructClass[ApiError]("ApiError", []any{py.ExceptionClass})

func newApiError(status int, message string) *ApiError {
	return &ApiError{Exception: py.ExceptionOf(apiErrorClass, strconv.Itoa(status)+": "+message), status: status}
}

type Server struct {
	failures *py.Dict[string, int]
	hits     *py.List[string]
}

func (s *Server) get(ctx context.Context, path string) (string, error) {
	s.hits.Append(path)
	if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
		return "", err
	}
	if !s.failures.Has(path) {
		return "", newApiError(404, "no page "+py.Repr(path))
	}
	if s.failures.Get(path) > 0 {
		container := s.failures
		container.Set(path, container.Get(path)-1)
		return "", newApiError(503, "busy")
	}
	return "<h1>" + path + "</h1>", nil
}

func fetch(ctx context.Context, server *Server, path string, retries int) (string, error) {
	delay := 0.001
	for attempt := 1; attempt <= retries; attempt++ {
		result, err := server.get(ctx, path)
		if err == nil {
			return result, nil
		}
		e, ok := errors.AsType[*ApiError](err)
		if !ok {
			return "", err
		}
		if e.status < 500 || attempt == retries {
			return "", err
		}
		fmt.Printf("%s: attempt %d failed (%s), again in %s ms\n", path, attempt, py.Str(e), py.Fixed(delay*1000, 0))
		if err := asyncio.Sleep(ctx, asyncio.Seconds(delay)); err != nil {
			return "", err
		}
		delay *= 2
	}
	return "", py.NewRuntimeError("unreachable")
}

func asyncMain(ctx context.Context) error {
	server := &Server{failures: py.DictOf[string, int]("/a", 0, "/b", 2, "/c", 9), hits: py.ListOf[string]()}
	var fetches []asyncio.Awaitable[string]
	for _, path := range []string{"/a", "/b", "/c", "/d"} {
		fetches = append(fetches, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return fetch(ctx, server, path, 3)
		}).Named("fetch"))
	}
	results, err := asyncio.GatherResults(ctx, fetches...)
	if err != nil {
		return err
	}
	for result := range results.All() {
		if apiError, ok := result.(*ApiError); ok {
			py.Print("failed:", apiError, apiError.status)
		} else {
			py.Print("page:", result)
		}
	}
	fmt.Println(server.hits.Len(), "hits")
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
