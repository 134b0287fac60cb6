# What a relative reference means on a page.
from urllib.parse import urljoin

base = "http://a/b/c/d;p?q"
for reference in ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..",
                  "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "./g/.", "g/../h", "http:g", "mailto:x"]:
  print(repr(reference), urljoin(base, reference))
print(urljoin("", "x"), urljoin("a/b", "c"), urljoin("http://x", "y"), urljoin(b"http://x/a", b"b"))
try:
  urljoin("a", b"b")
except TypeError as error:
  print(error)
