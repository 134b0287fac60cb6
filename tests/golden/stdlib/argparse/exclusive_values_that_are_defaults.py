# In a mutually exclusive group an argument does not count as given when its value is the very object of the default.
import argparse

parser = argparse.ArgumentParser(prog="tool")
group = parser.add_mutually_exclusive_group()
group.add_argument("--up", action="store_true")
group.add_argument("--size", type=int, default=1)
group.add_argument("--large", type=int, default=1000)
group.add_argument("--ratio", type=float, default=1.5)
group.add_argument("--mode", nargs="?", const=5, default="fast")

required = argparse.ArgumentParser(prog="required")
required.add_mutually_exclusive_group(required=True).add_argument("--size", type=int, default=1)


def show(parser, *arguments):
    try:
        print(arguments, parser.parse_args(arguments))
    except SystemExit as end:
        print(arguments, "exit", end.code)


show(parser, "--size", "1", "--up")
show(parser, "--size", "2", "--up")
show(parser, "--large", "1000", "--up")
show(parser, "--ratio", "1.5", "--up")
show(parser, "--mode", "--up")
show(required, "--size", "1")
show(required, "--size", "2")
