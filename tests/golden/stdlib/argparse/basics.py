# Positional arguments, options, defaults, types, choices and the namespace.
import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("source")
parser.add_argument("target", nargs="?", default="out")
parser.add_argument("-n", "--number", type=int, choices=range(1, 5), default=2)
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--level", choices=["low", "high"], default="low")
for line in ["a", "a b", "a -n 3 -vv", "-vn4 a", "a --level=high", "a --lev high", "--number=1 a b -v"]:
  print(line, "->", parser.parse_args(line.split()))
namespace = parser.parse_args(["x"])
print(namespace.number, "level" in namespace, vars(namespace)["target"])
print(namespace == argparse.Namespace(source="x", target="out", number=2, verbose=0, level="low"))
print(parser.get_default("level"), parser)
print(parser.parse_known_args(["x", "--other", "-k=3"]))
