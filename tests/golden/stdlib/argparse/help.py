# The help text: usage, sections, wrapping, metavars, placeholders.
import argparse
import os

os.environ["COLUMNS"] = "80"
parser = argparse.ArgumentParser(prog="tool", epilog="That is all that %(prog)s can do.",
                                 description="A tool with a description that is much longer than the width of the terminal and is wrapped.")
parser.add_argument("source", help="the file to read")
parser.add_argument("numbers", nargs="*", type=int, metavar="N", help="numbers (default: %(default)s)", default=[1])
parser.add_argument("-v", "--verbose", action="count", help="show more; may be given several times, up to a limit that nobody knows")
parser.add_argument("-l", "--level", choices=["low", "high"], help="one of %(choices)s, a %(type)s", type=str)
parser.add_argument("--a-really-long-option-name", metavar="VALUE", help="help that starts on a line of its own")
parser.add_argument("--no-help")
parser.add_argument("--hidden", help=argparse.SUPPRESS)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
group = parser.add_argument_group("login", "How to log in.")
group.add_argument("--user", help="the name")
group.add_argument("--password", help="the password, 100%% secret")
either = parser.add_mutually_exclusive_group(required=True)
either.add_argument("--on", action="store_true", help="switch on")
either.add_argument("--off", action="store_true", help="switch off")
parser.print_help()
print(parser.format_usage())
os.environ["COLUMNS"] = "40"
parser.print_help()
os.environ["COLUMNS"] = "200"
parser.print_usage()
for arguments in (["--version"], ["-h"]):
  try:
    parser.parse_args(arguments)
  except SystemExit as error:
    print("exit", error.code)
