# What is wrong with a document, and where.
import decimal
import io
import tomllib

BROKEN = [
  ".", "a", "a =", "a = .", "\n\nval=.", "a = 1 b = 2", "= 1", "a.b. = 1", "a = 1\na = 2", "a = 1\na.b = 2", "[a]\n[a]", "[a", "[[a", "[[a]",
  "[]", "a = {b = 1}\n[a]", "a = {b = 1}\na.c = 2", "a = []\n[[a]]", "[a.b]\n[a]\nb.c = 1", "[a]\nb.c = 1\n[a.b]", "a = 1\n[[a]]", "a = 1\n[a.b]",
  "[[a]]\n[a]", "a = [1", "a = [1 2]", "a = {b = 1", "a = {b = 1, }", "a = {b = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "a = {b = 1, b.c = 2}",
  'a = "x', 'a = "x\ny"', 'a = "\\q"', 'a = "\\u12"', 'a = "\\ud800"', 'a = "\\U00110000"', "a = 'x", "a = 'x\ny'", "a = '''x", 'a = """x\\ y"""',
  'a = """x', 'a = "\x01"', "a = '\x01'", "# \x01", "a = 1 # \x7f", "a = 2021-02-30", "a = 2021-01-01T25:00:00", "a = 01", "a = 1__0", "a = 0xg",
  "a = nano", "a = True", "a = 1.", "\ufeffa = 1", "a = '\r'",
]
for text in BROKEN:
  try:
    print(repr(text), "->", tomllib.loads(text))
  except tomllib.TOMLDecodeError as error:
    print(repr(text), "->", error, repr(error.__cause__) if error.__cause__ else "")

for call in (lambda: tomllib.load(io.StringIO("a = 1")), lambda: tomllib.load(io.BytesIO(b"a = '\xff'")), lambda: tomllib.loads(b"a = 1"),
             lambda: tomllib.loads("a = 1.5", parse_float=lambda text: [text]), lambda: tomllib.loads(1)):
  try:
    call()
  except Exception as error:
    print(type(error).__name__, error)

print(tomllib.loads("a = 1.50\nb = 3\nc = -inf\nd = 1e3", parse_float=decimal.Decimal))
print(tomllib.loads("a = [1.5, nan]", parse_float=str))
print(tomllib.TOMLDecodeError.__mro__, tomllib.TOMLDecodeError.__module__, tomllib.__all__)
