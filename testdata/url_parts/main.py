"""The functions of urllib.parse that take a URL apart piece by piece."""

import warnings
warnings.simplefilter("ignore")
from urllib.parse import *
import urllib.parse as u
for f, args in [(u.splittype, ("HTTP://x/", "x", "/a:b", ":x", "a:b:c")), (u.splithost, ("//h:1/p", "//h?q", "//h", "x", "//")),
    (u.splituser, ("a@b", "b", "a@b@c")), (u.splitpasswd, ("a:b:c", "a")), (u.splitport, ("h:80", "h:", "h", "[::1]:9", "h:x", "h:1:2")),
    (u.splitnport, ("h:80", "h:", "h", "h:x", "h:99999999999999999999")), (u.splitquery, ("/p?a?b", "/p")), (u.splittag, ("a#b", "a")), (u.splitattr, ("a;b=1;c", "a")), (u.splitvalue, ("a=b=c", "a"))]:
    print(f.__name__, [f(a) for a in args])
print(u.splitnport("h", 7))
warnings.simplefilter("error")
try: u.splitvalue("a=b")
except DeprecationWarning as e: print(e)
