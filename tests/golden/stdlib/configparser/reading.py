# Reading: sections, defaults, comments, values over several lines, conversions, interpolation, errors.
import configparser

TEXT = """# comment
[DEFAULT]
base = /srv
Debug = no
[server]
host : example.org
port=8080
path = %(base)s/data
percent = 100%%
several = line1
  line2

  line3
empty =
; another comment
[odd name]
key = value ; not a comment
loop = %(pool)s
pool = %(loop)s
missing = %(none)s
wrong = %z
open = %(z
"""
parser = configparser.ConfigParser()
parser.read_string(TEXT)
print(parser.sections(), dict(parser.defaults()), list(parser), len(parser), "server" in parser, parser["server"])
print(dict(parser["server"]))
print(parser.getint("server", "port"), parser.getfloat("server", "port"), parser.getboolean("server", "debug"), parser["server"].getint("port"))
print(parser.get("server", "none", fallback="F"), parser["server"].get("none"), parser.get("server", "path", vars={"base": "/v"}),
      parser.get("odd name", "missing", raw=True), parser["odd name"]["KEY"])
print(parser.items("server"), parser.options("server"), parser.has_option("server", "debug"), parser.has_option("", "debug"))
print(parser.read(["/no/such/file"]))
for fail in (lambda: parser.get("server", "none"), lambda: parser.get("none", "x"), lambda: parser["none"], lambda: parser["server"]["none"],
             lambda: parser.getint("server", "host"), lambda: parser.getboolean("server", "host"), lambda: parser.get("odd name", "loop"),
             lambda: parser.get("odd name", "missing"), lambda: parser.get("odd name", "wrong"), lambda: parser.get("odd name", "open"),
             lambda: parser.read_string("x = 1"), lambda: parser.read_string("[a]\nx\ny = 1\n= 3"), lambda: parser.read_string("[a]\n[a]"),
             lambda: parser.read_string("[q]\nx = 1\nx = 2"), lambda: parser.options("none")):
  try:
    fail()
  except (configparser.Error, KeyError, ValueError) as error:
    print(type(error).__name__, error)
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_string("[common]\ntop = /x\n[s]\npath = ${common:top}/y\nagain = ${path}\nmark = $${path}\nbad = ${a:b:c}")
print([extended.get("s", option) for option in ("path", "again", "mark")])
try:
  extended.get("s", "bad")
except configparser.InterpolationSyntaxError as error:
  print(error)
