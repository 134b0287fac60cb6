# URLs taken apart and put together again.
from urllib.parse import urldefrag, urlparse, urlsplit, urlunparse, urlunsplit

for url in ["http://user:pw@Host.com:8080/a/b;p?q=1&r=2#frag", "//host/x", "/a/b", "mailto:x@y", "http://[::1]:80/x", "HTTP://A", "",
            "http:///x", "file:///etc/passwd", "1a:b", "http://h#y?x", "  http://x", "ht\ntp://x\t/y", "tel:+1;x", "http://a@b@c:9/"]:
  parts = urlsplit(url)
  print(parts)
  print(urlparse(url))
  print(parts.username, parts.password, parts.hostname, parts.port, repr(parts.geturl()), urldefrag(url))
for url in ["http://h:99999", "http://h:x", "http://[::1", "http://[1.2.3.4]/", "http://[zz]/"]:
  try:
    print(urlsplit(url).port)
  except ValueError as error:
    print(error)
print(urlunsplit(("http", "h", "p", "q", "f")), urlunparse(("http", "h", "/p", "x", "q", "f")), urlunsplit(("", "", "p", "", "")))
parts = urlsplit("http://u@h/p")
print(parts._replace(scheme="ftp").geturl(), parts.encode(), parts.encode().decode() == parts, urlsplit(b"http://x"))
print(urlsplit("/p", "ftp"), urlsplit("http://h/p#f", allow_fragments=False))
