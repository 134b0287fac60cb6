# Cookies: made, shown, read back; attributes and errors.
import pickle
from http.cookies import BaseCookie, CookieError, Morsel, SimpleCookie

cookie = SimpleCookie()
cookie["name"] = "value"
cookie["number"] = 7
cookie["text"] = 'with "quotes", blanks; and \\ ü\n'
cookie["name"]["path"] = "/"
cookie["name"]["max-age"] = 3600
cookie["name"]["secure"] = True
cookie["number"]["HttpOnly"] = 1
cookie["number"]["domain"] = "example.com"
cookie["number"]["samesite"] = "Lax"
cookie["text"]["comment"] = "a comment; odd"
cookie["text"]["expires"] = "Wed, 01 Jan 2098 00:00:00 GMT"
print(cookie)
print(repr(cookie), cookie.output(["path"], "Cookie:", " | "))
print(cookie["name"].OutputString(), cookie["name"].output(header="H:"), repr(cookie["name"]), cookie["text"].coded_value, cookie["text"].key)
print(cookie["name"].js_output(), cookie.js_output() == "".join(morsel.js_output() for _, morsel in sorted(cookie.items())))
for text in ("a=1; b=2", 'c="quoted \\"x\\" \\054 \\303"; Path=/x; Secure; d=4; HttpOnly', "", "a", "a=", "Path=/; a=1", "a=1; Path", "$Version=1; a=b; $Path=/",
             "e=Wed, 01 Jan 2098 00:00:00 GMT", "expires=1; a=2", "a=b=c; d[e]=f", "x=y; expires=Wed, 01 Jan 2098 00:00:00 GMT; max-age=5; unknown", "a=1;b=2,c=3"):
  loaded = SimpleCookie(text)
  print(repr(text), loaded, {name: {key: value for key, value in morsel.items() if value} for name, morsel in loaded.items()})
print(BaseCookie('q="x y"')["q"].value, SimpleCookie({"k": "v"}), pickle.loads(pickle.dumps(cookie)) == cookie)

morsel = Morsel()
morsel.set("key", "value", "coded")
copied = morsel.copy()
morsel.update({"Path": "/", "VERSION": 1})
morsel.setdefault("Domain", "x")
print(morsel, morsel == copied, morsel.isReservedKey("PATH"), morsel.isReservedKey("key"), morsel.value, copied, Morsel[int])
for function in (lambda: morsel.set("bad key", 1, 1), lambda: morsel.set("path", 1, 1), lambda: morsel.__setitem__("nope", 1), lambda: morsel.update(nope=1) if False else morsel.update({"nope": 1}),
                 lambda: morsel.setdefault("nope"), lambda: cookie.__setitem__("a b", 1), lambda: cookie.__setitem__("expires", 1)):
  try:
    function()
  except CookieError as error:
    print("CookieError:", error)
