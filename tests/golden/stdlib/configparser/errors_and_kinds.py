# Errors with what they know, and kinds of interpolation.
import configparser
import io
import warnings

warnings.simplefilter("ignore")
for text in ("a = 1\n", "[s]\n[s]\n", "[s]\na = 1\nA = 2\n", "[s]\nbroken line\nalso\n", "[s]\n= 5\n", "[s\na=1", "[]\nx=1"):
  try:
    parser = configparser.ConfigParser()
    parser.read_string(text, "the source")
    print({name: dict(section) for name, section in parser.items()})
  except configparser.Error as error:
    print(type(error).__name__, error, error.args, {name: getattr(error, name) for name in ("section", "option", "source", "lineno", "errors", "line") if hasattr(error, name)})
parser = configparser.ConfigParser()
parser.read_string("[DEFAULT]\nhome = /h\n[s]\ndir = %(home)s/d\nloop = %(loop)s\nmissing = %(none)s/x\nbad = %x\nopen = %(x\nbool = yes\nnumber = 5x\nempty =\n[t]\n")
for wrong in (lambda: parser["s"]["loop"], lambda: parser["s"]["missing"], lambda: parser["s"]["bad"], lambda: parser["s"]["open"], lambda: parser.get("none", "x"), lambda: parser.get("s", "none"), lambda: parser["none"], lambda: parser["s"]["none"],
              lambda: parser.getint("s", "number"), lambda: parser.getboolean("s", "number"), lambda: parser.add_section("s"), lambda: parser.add_section("DEFAULT"), lambda: parser.set("none", "a", "b"), lambda: parser.set("s", "a", 5),
              lambda: parser.set("s", "a", "%x"), lambda: parser.items("none"), lambda: parser.options("none"), lambda: parser.remove_option("none", "a"), lambda: configparser.ParsingError(), lambda: configparser.ParsingError("a", "b"),
              lambda: configparser.ConfigParser(interpolation=5)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, str(error), getattr(error, "args", ""))
print(parser["s"]["dir"], parser.get("s", "missing", fallback="F", raw=True), parser.get("s", "none", fallback="F"), parser["s"].getboolean("bool"), parser["s"].get("none", "G"), parser.has_section("s"), parser.has_option("s", "home"),
      parser["s"].parser is parser, parser["s"].name, parser.get("s", "dir", vars={"home": "/v"}), repr(parser["t"]), parser.defaults(), parser.getfloat("s", "none", fallback=1.5), "empty" in parser["s"])
for interpolation, text in ((configparser.BasicInterpolation(), "%(b)s %%"), (configparser.ExtendedInterpolation(), "${b} ${other:c} $$"), (configparser.LegacyInterpolation(), "%(b)s %%"), (None, "%(b)s ${b}"),
                            (configparser.Interpolation(), "%(b)s")):
  parser = configparser.ConfigParser(interpolation=interpolation)
  parser.read_dict({"s": {"b": "B", "a": "x"}, "other": {"c": "C"}})
  parser._sections["s"]["a"] = text
  print(type(interpolation).__name__, parser["s"]["a"], parser.items("s"))
parser = configparser.ConfigParser(converters={"list": lambda value: value.split(",")}, allow_no_value=True, delimiters=("=",), comment_prefixes=("//",), inline_comment_prefixes=("#",), default_section="common", strict=False,
                                   empty_lines_in_values=False)
parser.read_string("[common]\nx = 1\n[s]\nitems = a,b # comment\nflag\n// comment\nurl: no = yes\nitems = c\n  d\n")
print(dict(parser["s"]), parser["s"].getlist("items"), parser.getlist("s", "items"), list(parser.converters), parser.sections())
out = io.StringIO()
parser.write(out, space_around_delimiters=False)
print(out.getvalue())
print(parser.remove_option("s", "flag"), parser.remove_section("s"), parser.remove_section("s"), parser.popitem() if len(parser) > 1 else "only the default", configparser.SafeConfigParser.__mro__[1].__name__, configparser.MAX_INTERPOLATION_DEPTH, configparser.DEFAULTSECT)
