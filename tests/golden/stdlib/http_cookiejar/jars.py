# Cookies that servers set: what a jar accepts and returns, and the files it writes and reads.
import http.cookiejar
import logging
import os
import stat
import sys
import tempfile
import urllib.request
import warnings
from email.message import Message
from http.cookiejar import CookieJar, DefaultCookiePolicy, LoadError, LWPCookieJar, MozillaCookieJar


class Response:
  def __init__(self, fields):
    self.headers = Message()
    for name, value in fields:
      self.headers[name] = value

  def info(self):
    return self.headers


def visit(jar, url, *cookies, field="Set-Cookie"):
  """Send a request with the jar's cookies and take those of the response."""
  request = urllib.request.Request(url)
  jar.add_cookie_header(request)
  jar.extract_cookies(Response([(field, cookie) for cookie in cookies]), request)
  return request.get_header("Cookie"), request.get_header("Cookie2")


jar = CookieJar()
print(visit(jar, "http://www.acme.com/", 'CUSTOMER=WILE_E; path=/; expires=Wednesday, 09-Nov-2050 23:12:40 GMT', "plain", "a=b; HttpOnly; SameSite=Lax"))
print(visit(jar, "http://www.acme.com/foo/bar", "SHIPPING=FEDEX; path=/foo", "gone=1; max-age=0", "soon=1; Max-Age=1000000000", "secret=x; secure"))
print(visit(jar, "http://www.acme.com/foo/"), visit(jar, "https://www.acme.com/foo/"), visit(jar, "http://other.com/"), sep="\n")
for cookie in jar:
  cookie.expires = cookie.expires and 2 ** 31
  print(cookie, repr(cookie), sep="\n  ")
print(len(jar), str(jar), cookie.is_expired(), cookie.is_expired(2 ** 32), cookie.has_nonstandard_attr("x"))

jar.clear("www.acme.com", "/foo", "SHIPPING")
jar.clear("www.acme.com", "/foo") if "/foo" in jar._cookies["www.acme.com"] else None
jar.clear_session_cookies()
print(jar)
for arguments in (("www.acme.com", "/nope"), (None, "/x"), (None, None, "x"), ("nowhere",)):
  try:
    jar.clear(*arguments)
  except (KeyError, ValueError) as error:
    print(type(error).__name__, error)

print("-- policies")
strict = CookieJar(DefaultCookiePolicy(rfc2965=True, strict_domain=True, blocked_domains=["ads.com", ".track.net"],
                                       strict_ns_domain=DefaultCookiePolicy.DomainStrict, strict_ns_set_path=True))
http.cookiejar.debug = True
logging.basicConfig(level=logging.DEBUG, format="%(name)s:%(message)s", stream=sys.stdout)
print(visit(strict, "http://ads.com/", "x=1"))
print(visit(strict, "http://a.b.track.net/", "x=1"))
print(visit(strict, "http://shop.co.uk/", "x=1; domain=.co.uk", "y=2; domain=shop.co.uk"))
print(visit(strict, "http://a.b.example.com/p/q", "x=1; domain=.example.com", "y=2; path=/other", "z=3; expires=nonsense", "w=4; max-age=soon"))
print(visit(strict, "http://host/", 'n="v 1"; Version="1"; Path="/"; Port="80,8080"; Comment="why"; Discard', field="Set-Cookie2"))
print(visit(strict, "http://host:8080/a", 'm=v; Version=1; Port', "bad; Version=x", field="Set-Cookie2"))
print(visit(strict, "http://host:8080/"), visit(strict, "http://host:81/"), sep="\n")
http.cookiejar.debug = False

allowed = DefaultCookiePolicy(allowed_domains=[".good.org"])
jar = CookieJar(allowed)
print(visit(jar, "http://bad.org/", "x=1"), visit(jar, "http://a.good.org/", "y=2; domain=good.org"), visit(jar, "http://b.good.org/"), jar)
print(allowed.allowed_domains(), allowed.blocked_domains(), allowed.is_blocked("x"), allowed.is_not_allowed("a.good.org"))
jar.set_policy(DefaultCookiePolicy(netscape=False))
print(visit(jar, "http://b.good.org/", "z=1"), len(jar))

print("-- files")
with tempfile.TemporaryDirectory() as folder:
  for kind in (LWPCookieJar, MozillaCookieJar):
    name = os.path.join(folder, kind.__name__)
    jar = kind(name, policy=DefaultCookiePolicy(rfc2965=True))
    visit(jar, "https://www.acme.com/a/", "one=1; path=/; expires=Wed, 09-Nov-2050 23:12:40 GMT; HTTPOnly=x", "two", "three=3; domain=.acme.com; secure",
          "expired=1; expires=Wed, 09-Nov-1994 23:12:40 GMT")
    visit(jar, "https://www.acme.com/a/", 'four="a \\"b"; Version=1; Port="443"; Max-Age=1000; Comment="c d"', field="Set-Cookie2")
    for cookie in jar:
      cookie.expires = cookie.expires and 2551648360
    jar.save(ignore_discard=True)
    print(open(name).read(), oct(stat.S_IMODE(os.stat(name).st_mode)))
    jar.save()
    again = kind(name)
    again.load(ignore_discard=True)
    print(again)
    jar.save(ignore_discard=True)
    again.revert(ignore_discard=True)
    for cookie in again:
      print(" ", repr(cookie))
    for text in ("", "no cookies\n", "#LWP-Cookies-2.0\nSet-Cookie3: x=1; path=/\n", "# Netscape HTTP Cookie File\nwrong line\n"):
      with open(name, "w") as file:
        file.write(text)
      with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
          again.revert()
        except LoadError as error:
          print("LoadError:", str(error).replace(folder, ""), len(again), [str(warning.message).partition("\n")[0] for warning in caught])
  try:
    MozillaCookieJar().save()
  except ValueError as error:
    print(error)
  print(LoadError.__mro__)
