# Dates of cookies, fields of words and parameters, and questions about hosts and paths.
import urllib.request
from http import cookiejar as c

for text in ("Wed, 09 Feb 1994 22:23:32 GMT", "Tuesday, 08-Feb-94 14:15:29 GMT", "09 Feb 1994 22:23:32 -0130", " 9 Feb 1994", "09 Feb 94",
             "9/feb/2030:10:00", "Thu Feb 3 17:03:55 GMT 1994", "01-13-2030", "01-12-2030 24:00", "32 Jan 2030", "09 Feb 1994 10:00 EST",
             "09 Feb 1994 22:23 (zone)", "09 Feb 99999", "", "Wed, 99 Feb 1994 22:23:32 GMT", "09 Feb 1994 10:00 PM"):
  print(repr(text), c.http2time(text))
for text in ("1994-02-03 14:15:29 -0100", "1994-02-03", "1994-02-03T14:15:29", "19940203T141529Z", "19940203", "1994-13-03", "94-02-03", "1994-02-03 1"):
  print(repr(text), c.iso2time(text))
print(c.time2isoz(1019227000), c.time2netscape(1019227000), [c.offset_from_tz_string(zone) for zone in ("GMT", "+1", "-0230", "+10:30", "EST")])

for fields in (['foo="bar"; port="80,81"; discard, bar=baz'], ["a b c"], ["=x;; ,, y = z"], [r'q="a\"b\\c"', "n="], ['open="x'], [""], [",a"]):
  words = c.split_header_words(fields)
  print(fields, words, c.join_header_words(words))
for field in ('a=b; path=/; Version="1"', "x", "=v", "  ; a=b", 'n=v;;expires="Wed, 09 Feb 1994 22:23:32 GMT"; Expires; EXPIRES=junk', "a=b=c; Foo=1; SECURE"):
  print(repr(field), c.parse_ns_headers([field]))

pairs = [("x.y.com", "x.Y.com"), ("x.y.com", ".Y.com"), ("x.y.com", "Y.com"), ("192.168.1.1", ".168.1.1"), ("1.2.3.4", "1.2.3.4"), (".x", ".x"), ("x", ".")]
print([c.domain_match(*pair) for pair in pairs], [c.user_domain_match(*pair) for pair in pairs])
print([c.is_HDN(host) for host in ("a", "", ".a", "a.", "1.2.3.4", "a.b")], [c.reach(host) for host in ("www.acme.com", "acme.com", "acme.local", "x", "1.2.3.4")])
for path in ("/foo%2f/bar", "/foo bar/\xfc", "/~a;b=c&d|e", "/%zz%aB"):
  print(c.escape_path(path))
for url in ("http://User@WWW.Example.com:8080/a b?q#f", "http://localhost", "http://1.2.3.4:x/"):
  request = urllib.request.Request(url.replace(" ", "%20"))
  print(c.request_host(request), c.eff_request_host(request), c.request_path(request), c.request_port(request))
request = urllib.request.Request("http://a.com/", origin_req_host="www.b.com")
print(c.is_third_party(request), c.is_third_party(urllib.request.Request("http://x.b.com/", origin_req_host="www.b.com")))
print(sorted(c.__all__), c.DEFAULT_HTTP_PORT)
try:
  c.Cookie(0, "n", "v", None, True, "d", False, False, "/", False, False, None, False, None, None, {})
except ValueError as error:
  print(error)
