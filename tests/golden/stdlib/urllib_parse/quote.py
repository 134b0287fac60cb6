# Quoting, and queries.
from urllib.parse import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode)

print(quote("a b/\u00fc~&="), quote("a/b", safe=""), quote_plus("a b+c"), quote(b"\xff\x00"), quote("\u00e9", encoding="latin-1"),
      quote_from_bytes(b"a b"), repr(quote("")))
print(unquote("a%20b%zz%C3%A9%"), unquote("%E9", encoding="latin-1"), ascii(unquote("%ff")), unquote_plus("a+b%2B"),
      unquote_to_bytes("a%00%ff"), unquote(b"a%20"))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=1&b=&c", keep_blank_values=True), parse_qsl("a=1&b=+%20x"), parse_qs(b"a=1"),
      parse_qsl("a;b=1;c=2", separator=";"))
print(urlencode({"a": 1, "b": "x y", "c": [1, 2]}), urlencode([("a", b"\xff")]), urlencode({"a": [1, 2], "b": "xy"}, doseq=True),
      urlencode({"a": "/"}, safe="/"), urlencode({"a b": "c d"}, quote_via=quote))
for fail in (lambda: parse_qs("a", strict_parsing=True), lambda: parse_qs("a=1&b=2", max_num_fields=1), lambda: parse_qs("a", separator=""),
             lambda: quote(3), lambda: quote(b"a", encoding="x"), lambda: urlencode("abc"), lambda: quote_from_bytes("x")):
  try:
    fail()
  except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
for value in (5, None, ["not", "text"]):
  for function in (quote, quote_plus):
    try:
      function(value)
    except TypeError as error:
      print(error)
