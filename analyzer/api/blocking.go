package api

// blocking names the functions that block the thread they are called in, with
// what to do instead in a coroutine.
var blocking = map[string]string{
	"input":                           "await asyncio.to_thread(input) instead",
	"time.sleep":                      "await asyncio.sleep instead",
	"os.system":                       "await asyncio.create_subprocess_shell instead",
	"os.wait":                         "await the process of asyncio.create_subprocess_exec instead",
	"subprocess.run":                  "await asyncio.create_subprocess_exec instead",
	"subprocess.call":                 "await asyncio.create_subprocess_exec instead",
	"subprocess.check_call":           "await asyncio.create_subprocess_exec instead",
	"subprocess.check_output":         "await asyncio.create_subprocess_exec instead",
	"subprocess.getoutput":            "await asyncio.create_subprocess_shell instead",
	"socket.create_connection":        "await asyncio.open_connection instead",
	"socket.getaddrinfo":              "await the getaddrinfo of the running loop instead",
	"socket.gethostbyname":            "await the getaddrinfo of the running loop instead",
	"urllib.request.urlopen":          "await asyncio.to_thread(urlopen, ...) instead",
	"requests.get":                    "await asyncio.to_thread(requests.get, ...) instead",
	"requests.post":                   "await asyncio.to_thread(requests.post, ...) instead",
	"requests.put":                    "await asyncio.to_thread(requests.put, ...) instead",
	"requests.delete":                 "await asyncio.to_thread(requests.delete, ...) instead",
	"requests.request":                "await asyncio.to_thread(requests.request, ...) instead",
	"concurrent.futures.wait":         "await asyncio.wait on wrapped futures instead",
	"concurrent.futures.as_completed": "use asyncio.as_completed on wrapped futures instead",
}

// Blocks tells what to do instead of calling a function in a coroutine, if it
// blocks the thread.
func Blocks(name string) (hint string, ok bool) {
	hint, ok = blocking[name]
	return hint, ok
}
