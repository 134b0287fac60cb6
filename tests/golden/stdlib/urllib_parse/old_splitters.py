# The deprecated functions still work, with a warning.
import urllib.parse
import warnings

with warnings.catch_warnings(record=True) as seen:
  warnings.simplefilter("always")
  print(urllib.parse.splittype("HTTP://host/path"), urllib.parse.splittype("path"), urllib.parse.splittype(":x"))
  print(urllib.parse.splithost("//host:80/path"), urllib.parse.splithost("//host#x"), urllib.parse.splithost("/path"))
  print(urllib.parse.splituser("user:pw@host"), urllib.parse.splituser("host"), urllib.parse.splitpasswd("user:pw"), urllib.parse.splitpasswd("user"))
  print(urllib.parse.splitport("host:80"), urllib.parse.splitport("host"), urllib.parse.splitport("[::1]:88"), urllib.parse.splitport("a:b"))
  print(urllib.parse.splitnport("host:80"), urllib.parse.splitnport("host", 5), urllib.parse.splitnport("host:x"))
  print(urllib.parse.splitquery("/p?a?b"), urllib.parse.splittag("/p#t"), urllib.parse.splitattr("/p;a=1;b"), urllib.parse.splitvalue("a=b=c"))
  print(urllib.parse.to_bytes("http://host"), urllib.parse.Quoter(b"/")[ord(" ")])
for warning in seen[:1] + seen[-2:]:
  print(warning.category.__name__, warning.message)
try:
  urllib.parse.nothing
except AttributeError as error:
  print(error)
