# OptionParser: help, every action, groups, callbacks, errors.
import optparse
import os
import sys

os.environ["COLUMNS"] = "80"
sys.stderr = sys.stdout


def callback(option, opt, value, parser, *args, **kwargs):
  print("callback", opt, value, args, kwargs)
  parser.values.called = value


parser = optparse.OptionParser(usage="usage: %prog [options] arg", version="%prog 1.0", description="What %prog does. " * 8, epilog="The end. " * 15,
                               prog="tool")
parser.add_option("-f", "--file", dest="filename", help="write to FILE", metavar="FILE")
parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="say less [default: %default]")
parser.add_option("-n", type="int", default=5, help="a number, %default")
parser.add_option("-c", "--choice", choices=["a", "b"], type="choice")
parser.add_option("-a", action="append")
parser.add_option("-v", action="count", dest="level")
parser.add_option("--pair", nargs=2, type="int")
parser.add_option("--const", action="store_const", const=3)
parser.add_option("--call", action="callback", callback=callback, type="string", callback_args=(1,), callback_kwargs={"k": 2})
parser.add_option("--hidden", help=optparse.SUPPRESS_HELP)
parser.add_option("--a-very-long-option-name-here", help="long help " * 10)
group = optparse.OptionGroup(parser, "Group", "A group of options.")
group.add_option("-g", action="store_true", help="in the group")
parser.add_option_group(group)
for line in ["", "-h", "--version", "-f x y", "-fx -q -n 0x10", "-n x", "-c z", "-c a -a 1 -a 2 -vvv", "--pair 1 2 3", "--pair 1", "--const --call v",
             "--fi z", "--zz", "-z", "--quiet=3", "-- -x", "a -q b", "-g"]:
  print(">", line)
  try:
    values, rest = parser.parse_args(line.split())
    print(sorted(values.__dict__.items()), rest)
  except SystemExit as error:
    print("exit", error.code)
print(parser.has_option("-f"), parser.get_option("--file"), parser.get_option_group("-g").title)
parser.remove_option("-f")
parser.set_defaults(n=9)
print(parser.has_option("--file"), parser.get_default_values().n)
for declare in (lambda: parser.add_option("-q"), lambda: parser.add_option("x"), lambda: parser.add_option("-w", action="zz"),
                lambda: parser.add_option("-w", type="zz"), lambda: parser.add_option("-w", action="store_true", type="int"),
                lambda: parser.add_option("-w", other=1), lambda: parser.add_option("-w", action="callback"), lambda: parser.remove_option("-w")):
  try:
    declare()
  except (optparse.OptionError, ValueError) as error:
    print(type(error).__name__, error)
resolving = optparse.OptionParser(prog="r", conflict_handler="resolve", formatter=optparse.TitledHelpFormatter())
resolving.add_option("-x", "--xx", help="first")
resolving.add_option("-x", help="second", metavar="M")
resolving.print_help()
