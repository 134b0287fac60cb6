# Setting, removing, writing; options of the parser; converters.
import configparser
import io

parser = configparser.ConfigParser()
parser["DEFAULT"] = {"a": 1}
parser["x"] = {"b": "2\n3"}
parser["y"] = {}
parser["x"]["c"] = "d"
parser.add_section("z")
parser.set("z", "n", "5")
out = io.StringIO()
parser.write(out)
parser.write(out, space_around_delimiters=False)
print(out.getvalue())
print(parser.remove_option("z", "n"), parser.remove_option("z", "n"), parser.remove_section("z"), parser.remove_section("z"))
del parser["x"]
print(parser.sections(), parser.popitem())
for fail in (parser.popitem, lambda: parser.add_section("DEFAULT"), lambda: parser.add_section(3), lambda: parser.set("none", "n", "5"),
             lambda: parser.set("DEFAULT", "n", 5), lambda: parser.set("DEFAULT", "n", "5%"), lambda: parser.__delitem__("DEFAULT"),
             lambda: configparser.ConfigParser(interpolation=3)):
  try:
    fail()
  except (configparser.Error, KeyError, ValueError, TypeError) as error:
    print(type(error).__name__, error)
raw = configparser.RawConfigParser()
raw.read_string("[s]\nx = %(y)s")
raw.set("s", "n", 5)
print(raw.get("s", "x"), raw["s"]["n"])
own = configparser.ConfigParser(allow_no_value=True, delimiters=("=>",), comment_prefixes=("//",), inline_comment_prefixes=(";",),
                                empty_lines_in_values=False, strict=False, default_section="common")
own.read_string("[common]\nz=>1\n[s]\nk\na => b ; c\n// comment\n\nk2=>x;y\n[s]\nk=>9")
own["s"]["nothing"] = None
print(dict(own["s"]), own.default_section)
converting = configparser.ConfigParser(converters={"list": lambda value: value.split(",")})
converting.read_string("[s]\na = 1,2")
print(converting.getlist("s", "a"), converting["s"].getlist("a"), sorted(converting.converters))
cased = configparser.ConfigParser({"k": "v"})
cased.optionxform = str
cased.read_dict({"S": {"AbC": 1}})
cased.read_file(["[T]\n", "x = y\n"])
print(list(cased["S"]), cased["T"]["x"], cased["T"].name, cased["T"].parser is cased)
