# urlopen and its kin with a server on this machine: methods, headers, errors, redirections, passwords, files, data.
import os
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import Request, urlopen


class Handler(BaseHTTPRequestHandler):
  def log_message(self, format, *args):
    pass

  def answer(self, status, text, **headers):
    self.send_response(status)
    for name, value in headers.items():
      self.send_header(name.replace("_", "-"), value)
    self.end_headers()
    self.wfile.write(text.encode())

  def do_GET(self):
    if self.path.startswith("/status/"):
      self.answer(int(self.path[8:]), "the page of the error")
    elif self.path.startswith("/redirect/"):
      self.answer(int(self.path[10:]), "", Location="/target?x=ä b".encode().decode("latin-1"))
    elif self.path == "/loop":
      self.answer(302, "", Location="/loop")
    elif self.path == "/away":
      self.answer(302, "", Location="gopher://example.com/")
    elif self.path == "/secret":
      given = self.headers["Authorization"]
      self.answer(200 if given else 401, f"{given}", WWW_Authenticate='Basic realm="here"')
    elif self.path == "/short":
      self.answer(200, "1234", Content_Length="10")
    else:
      length = int(self.headers["Content-Length"] or 0)
      body = self.rfile.read(length)
      names = sorted(name for name in self.headers if name != "Host")
      self.answer(200, f"{self.command} {self.path} {body} {[(name, self.headers[name]) for name in names]}", Content_Type="text/plain; charset=utf-8")

  do_POST = do_PUT = do_DELETE = do_GET


server = HTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
base = f"http://127.0.0.1:{server.server_port}"


def tell(function, *arguments, **options):
  try:
    result = function(*arguments, **options)
    print(result.read() if hasattr(result, "read") else result)
  except Exception as error:
    print(type(error).__name__, str(error).replace(base, "BASE"), getattr(error, "code", ""), getattr(error, "reason", ""))


with urlopen(f"{base}/page?a=b#fragment") as response:
  print(response.status, response.getcode(), response.reason, response.msg, response.headers["content-type"], response.headers.get_content_charset(),
        response.geturl().replace(base, "BASE"), response.url == response.geturl(), response.info()["Content-Type"])
  print(response.read().decode())
tell(urlopen, base + "/post", urllib.parse.urlencode({"name": "Ann", "age": 5}).encode())
request = Request(base + "/put", data=b"{}", headers={"Content-Type": "application/json", "user-agent": "me"}, method="PUT")
request.add_header("X-extra", "1")
print(request.get_method(), request.header_items(), request.has_header("X-extra"), request.get_header("X-extra"), request.type, request.selector,
      request.host.replace(str(server.server_port), "PORT"), request.data, request.has_proxy(), request.get_full_url().replace(base, "BASE"))
tell(urlopen, request)
tell(urlopen, Request(base + "/delete", method="DELETE"))
for status in (404, 500, 204, 301):
  tell(urlopen, f"{base}/status/{status}")
try:
  urlopen(base + "/status/418")
except urllib.error.HTTPError as error:
  print(error, repr(error), error.code, error.status, error.reason, error.read(), error.headers["server"] is not None, error.url.replace(base, "BASE"), isinstance(error, OSError))
for status in (301, 302, 303, 307, 308):
  tell(urlopen, f"{base}/redirect/{status}")
tell(urlopen, base + "/redirect/302", b"data")
tell(urlopen, base + "/redirect/307", b"data")
tell(urlopen, base + "/loop")
tell(urlopen, base + "/away")
tell(urlopen, base + "/x", "text")
tell(urlopen, "nothing")
tell(urlopen, "gopher://example.com")
tell(urlopen, "http:///path")
tell(urlopen, "data:text/html;base64,aGVsbG8=")
tell(urlopen, "data:,caf%C3%A9")
tell(urlopen, "file:///no/such/file/here")

passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, "user", "password")
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
opener.addheaders = [("X-Opener", "yes")]
tell(opener.open, base + "/secret")
tell(opener.open, base + "/page")
tell(urlopen, base + "/secret")
urllib.request.install_opener(opener)
tell(urlopen, base + "/page")

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "a file.txt")
  blocks = []
  name, headers = urllib.request.urlretrieve(base + "/page", path, reporthook=lambda *numbers: blocks.append(numbers))
  print(name == path, headers["content-type"], blocks, open(path).read()[:9])
  url = "file://" + urllib.request.pathname2url(path)
  with urlopen(url) as response:
    print(response.headers["content-type"], response.headers["content-length"], response.read()[:9], response.url == url, response.status)
  print(urllib.request.urlretrieve(url)[0] == path.replace(" ", "%20"), urllib.request.url2pathname(urllib.parse.urlsplit(url).path) == path)
  tell(urllib.request.urlretrieve, base + "/short", path)
urllib.request.urlcleanup()
server.shutdown()
thread.join()
server.server_close()
try:
  urlopen(base, timeout=5)
except urllib.error.URLError as error:
  print(error, repr(error.reason))
