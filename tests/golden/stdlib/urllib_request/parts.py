# What urllib.request is made of, without a network.
import os
import urllib.request
from urllib.request import BaseHandler, OpenerDirector, Request, build_opener

for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
  del os.environ[name]
os.environ["http_proxy"] = "http://user:pass%20word@proxy.example:3128/"
os.environ["HTTPS_PROXY"] = "proxy2.example:80"
os.environ["no_proxy"] = "localhost, .inside.example"
print(urllib.request.getproxies())
for host in ("localhost", "localhost:80", "x.inside.example", "inside.example", "outside.example"):
  print(host, urllib.request.proxy_bypass(host), urllib.request.proxy_bypass_environment(host, {"no": "*"}))
for url in ("http://outside.example/x", "http://localhost/x", "https://outside.example/x"):
  request = Request(url)
  handler = urllib.request.ProxyHandler()
  print(getattr(handler, request.type + "_open")(request), request.host, request.type, request.selector, request.header_items(), request.has_proxy(), request._tunnel_host)


class Handler(BaseHandler):
  def __init__(self, order):
    self.handler_order = order

  def my_request(self, request):
    print(self.handler_order, "request", request.full_url)
    return request

  def my_open(self, request):
    print(self.handler_order, "open")
    return None if self.handler_order < 600 else f"opened by {self.handler_order}"

  def my_response(self, request, response):
    return f"({response}, passed {self.handler_order})"


opener = OpenerDirector()
for order in (700, 400, 600):
  opener.add_handler(Handler(order))
print(opener.open("my:url", b"data"), [handler.handler_order for handler in opener.handlers])
print([type(handler).__name__ for handler in build_opener().handlers if type(handler).__name__ != "FTPHandler"])


class MyHTTP(urllib.request.HTTPHandler):
  pass


print([type(handler).__name__ for handler in build_opener(MyHTTP, urllib.request.ProxyHandler({})).handlers if type(handler).__name__ != "FTPHandler"])
for function in (lambda: opener.add_handler(1), lambda: Request("x"), lambda: urllib.request.ProxyHandler(1), lambda: opener.open("other:x")):
  try:
    print(function())
  except Exception as error:
    print(type(error).__name__, error)

request = Request("HTTP://Example.COM:80/path#top", headers={"ACCEPT-LANGUAGE": "de"})
print(request.full_url, request.fragment, request.origin_req_host, request.headers, request.get_method(), request.unverifiable)
request.add_unredirected_header("content-length", "3")
request.data = b"abc"
print(request.get_method(), request.header_items(), request.has_header("Content-length"))
del request.data
request.remove_header("Accept-language")
print(request.data, request.header_items(), urllib.request.request_host(request))

manager = urllib.request.HTTPPasswordMgr()
manager.add_password("realm", "http://example.com/a/", "ann", "1")
manager.add_password("realm", ["b.example", "http://c.example:81/x"], "bob", "2")
for realm, url in (("realm", "http://example.com/a/b"), ("realm", "http://example.com:80/a/"), ("realm", "http://example.com/"), ("no", "http://example.com/a/"),
                   ("realm", "b.example"), ("realm", "http://c.example:81/x/y"), ("realm", "http://c.example/x")):
  print(realm, url, manager.find_user_password(realm, url))
digest = urllib.request.HTTPDigestAuthHandler(manager)
print(digest.get_authorization(Request("http://example.com/a/b"), {"realm": "realm", "nonce": "n", "opaque": "o"}))
print(urllib.request.parse_http_list('a, "b, c", d="e\\"f,g", h'), urllib.request.parse_keqv_list(["a=1", 'b="2 3"']))
