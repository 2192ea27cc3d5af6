package api

import "strings"

// libraries are the modules by name. asyncio lives beside the others.
var libraries = func() map[string]*Library {
	m := map[string]*Library{"asyncio": {Name: "asyncio", Package: runtimePath + "asyncio"}}
	for _, name := range strings.Fields(`sys time math json random datetime re collections collections.abc typing dataclasses enum
		functools itertools contextlib abc types os os.path pathlib io logging contextvars threading queue signal
		subprocess concurrent.futures string heapq hashlib uuid base64 struct statistics textwrap csv bisect decimal
		fractions urllib.parse html hmac secrets zlib gzip binascii shlex fnmatch ipaddress calendar zoneinfo cmath
		operator copy inspect weakref numbers warnings traceback pprint tempfile shutil glob argparse configparser
		platform socket graphlib stat`) {
		m[name] = &Library{Name: name, Package: runtimePath + "pystd/" + strings.ReplaceAll(name, ".", "")}
	}
	return m
}()
