# What users see when arguments are wrong, and what programmers see when declarations are.
import argparse
import os
import sys

os.environ["COLUMNS"] = "80"
sys.stderr = sys.stdout


def even(text):
  number = int(text)
  if number % 2:
    raise argparse.ArgumentTypeError(f"{number} is odd")
  return number


parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("name")
parser.add_argument("-e", type=even)
parser.add_argument("-i", "--integer", type=int, choices=[1, 2])
parser.add_argument("-p", nargs=2)
parser.add_argument("--plus", nargs="+")
parser.add_argument("--place")
parser.add_argument("-s", action="store_true")
group = parser.add_mutually_exclusive_group()
group.add_argument("--red", action="store_true")
group.add_argument("--blue")
for line in ["", "x y", "x -e 3", "x -e z", "x -i 5", "x -i z", "x -p 1", "x --plus", "x -e", "x --pl 3", "x -s=1", "x -sq", "x --red --blue 2",
             "x --unknown=3"]:
  print(">", line)
  try:
    print(parser.parse_args(line.split()))
  except SystemExit as error:
    print("exit", error.code)

quiet = argparse.ArgumentParser(prog="quiet", exit_on_error=False)
quiet.add_argument("-n", type=int)
try:
  quiet.parse_args(["-n", "x"])
except argparse.ArgumentError as error:
  print(repr(error), error, error.argument_name, error.message)

for declare in (lambda: parser.add_argument("--red"), lambda: parser.add_argument("-q", nargs=0), lambda: parser.add_argument("x", required=True),
                lambda: parser.add_argument("-q", action="what"), lambda: parser.add_argument("-q", type="what"), lambda: parser.add_argument("--"),
                lambda: parser.add_argument("-q", "q"), lambda: parser.add_argument("-q", nargs=2, metavar=("A",)),
                lambda: parser.add_argument("-q", const=1), lambda: parser.add_argument("x", dest="y"),
                lambda: argparse.ArgumentParser(conflict_handler="what"), lambda: group.add_argument("must")):
  try:
    declare()
  except (ValueError, TypeError, argparse.ArgumentError) as error:
    print(type(error).__name__, error)
