# Subcommands: parsers with their own arguments, aliases and defaults.
import argparse
import os
import sys

os.environ["COLUMNS"] = "80"
sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog="git")
parser.add_argument("-g", "--global", dest="shared", default="G")
commands = parser.add_subparsers(title="commands", description="what to do", dest="command", required=True, metavar="COMMAND", help="one of")
add = commands.add_parser("add", aliases=["a"], help="add files", description="Adds files.")
add.add_argument("files", nargs="+")
add.add_argument("-f", "--force", action="store_true")
add.set_defaults(function="do_add")
commit = commands.add_parser("commit", help="record changes")
commit.add_argument("-m", "--message", required=True)
commit.set_defaults(function="do_commit")
print(add.prog)
for line in ["add x y -f", "a x", "-g 1 commit -m text", "", "bogus", "add", "commit", "add x --what", "-h", "add -h"]:
  print(">", line)
  try:
    print(parser.parse_args(line.split()))
  except SystemExit as error:
    print("exit", error.code)
