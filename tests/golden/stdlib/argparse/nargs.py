# How many values arguments take: numbers, ?, *, +, the rest, and what follows "--".
import argparse


def show(lines, **options):
  parser = argparse.ArgumentParser(prog="tool")
  parser.add_argument("--opt", **options)
  parser.add_argument("values", nargs="*")
  for line in lines:
    print(options, line, "->", parser.parse_args(line.split()))


show(["--opt a b c"], nargs=2)
show(["--opt a b c"], nargs=2, metavar=("KEY", "VALUE"))
show(["", "--opt", "--opt a"], nargs="?", const="C", default="D")
show(["--opt", "--opt a b", "x --opt a"], nargs="*")
show(["--opt a b", "--opt a -- b"], nargs="+")

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("-x")
parser.add_argument("command")
parser.add_argument("rest", nargs=argparse.REMAINDER)
for line in ["-x 1 run -a --b c", "run", "run -- -z"]:
  print(line, "->", parser.parse_args(line.split()))

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("-x")
parser.add_argument("number", nargs="?", type=float)
for line in ["-5", "-x -1 -.5", "-- -7"]:
  try:
    print(line, "->", parser.parse_args(line.split()))
  except SystemExit as error:
    print("exit", error.code)

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--foo")
parser.add_argument("first")
parser.add_argument("rest", nargs="*", type=int)
print(parser.parse_intermixed_args("do 1 --foo bar 2 3".split()))
