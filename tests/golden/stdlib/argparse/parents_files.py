# Parent parsers, conflict_handler="resolve", other prefix characters, argument files, argument_default, FileType.
import argparse
import os
import sys
import tempfile

os.environ["COLUMNS"] = "80"
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--shared", default=3)
parent.add_argument_group("extra", "more options").add_argument("--more")
pair = parent.add_mutually_exclusive_group()
pair.add_argument("--one")
pair.add_argument("--other")
parent.set_defaults(hidden=9)
child = argparse.ArgumentParser(prog="child", parents=[parent])
child.add_argument("own")
child.print_help()
print(child.parse_args(["x", "--other", "1"]))

resolving = argparse.ArgumentParser(prog="resolving", conflict_handler="resolve")
resolving.add_argument("-f", "--foo", help="old")
resolving.add_argument("--foo", help="new")
resolving.print_help()

plus = argparse.ArgumentParser(prog="plus", prefix_chars="+-", argument_default=argparse.SUPPRESS)
plus.add_argument("+f", "++foo")
plus.add_argument("-b")
print(plus.parse_args("++foo 1".split()), plus.parse_args([]))
print(plus.format_usage())

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "arguments")
  with open(path, "w") as file:
    file.write("--foo\n3\nx y\n")
  reader = argparse.ArgumentParser(prog="reader", fromfile_prefix_chars="@")
  reader.add_argument("--foo")
  reader.add_argument("rest", nargs="*")
  print(reader.parse_args(["@" + path, "z"]))
  opener = argparse.ArgumentParser(prog="opener", exit_on_error=False)
  opener.add_argument("file", type=argparse.FileType("r"))
  with opener.parse_args([path]).file as file:
    print(file.readline())
  print(opener.parse_args(["-"]).file is sys.stdin)
print(argparse.FileType("w", encoding="utf-8"))
