# Every built-in action, and an action class of one's own.
import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--true", action="store_true")
parser.add_argument("--false", action="store_false")
parser.add_argument("--const", action="store_const", const=42)
parser.add_argument("--append", action="append")
parser.add_argument("--one", action="append_const", const=1, dest="numbers")
parser.add_argument("--two", action="append_const", const=2, dest="numbers")
parser.add_argument("--extend", action="extend", nargs="+", default=["first"])
parser.add_argument("-c", action="count")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)


class Upper(argparse.Action):
  def __call__(self, parser, namespace, values, option_string=None):
    print("called with", values, option_string)
    setattr(namespace, self.dest, values.upper())


action = parser.add_argument("--upper", action=Upper)
print(action)
line = "--true --false --const --append a --append b --one --two --extend x y --extend z -ccc --no-flag --upper text"
for name, value in sorted(vars(parser.parse_args(line.split())).items()):
  print(name, value)
print(parser.parse_args([]))
