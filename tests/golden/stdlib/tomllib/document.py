# A document with everything TOML has, by load() and loads().
import io
import tomllib

DOCUMENT = '''
# A comment
title = "TOML \\"quoted\\" \\u00e9\\t\\U0001F600"   # another
'quoted key' = 'C:\\path'
"dotted"."k e y".inner = 1
empty = ""
lines = """
first \\
    joined
"two" ""quotes"" """""
raw = \'\'\'
no \\escapes 'here\'\'\'\'\'

[numbers]
integers = [0, -17, +5, 1_000, 0xDEAD_beef, 0o755, 0b1101]
floats = [1.5, -0.0, 5e+22, 6.626e-34, 9_224.5_1, inf, -inf, +nan]
flags = [true, false,]

[times]
offset = 1979-05-27T00:32:00.999999-07:00
utc = 1979-05-27 07:32:00Z
local = 1979-05-27T00:32:00.5
day = 1979-05-27
clock = 07:32:00.1234567

[a.b]
c.d = 1
c.e = { x = 1, y.z = [ {}, { q = 'r' } ] }

[[products]]
name = "hammer"
[products.size]
w = 3
[[products]]
[[products]]
name = "nail"
[[products.tags]]
text = [ # comments
  "x", # inside

  "y"
]
[a]
after = 1
'''


def show(value, indent="  "):
  for key, item in value.items():
    if isinstance(item, dict):
      print(f"{indent}{key}:")
      show(item, indent + "  ")
    else:
      print(f"{indent}{key} = {item!r}")


show(tomllib.loads(DOCUMENT))
data = tomllib.load(io.BytesIO(DOCUMENT.replace("\n", "\r\n").encode()))
print(repr(data) == repr(tomllib.loads(DOCUMENT)))
print(tomllib.loads(""), tomllib.loads("# only a comment"), tomllib.loads("a=1"))
