# Functions of argparse that the other tests do not use: formatting.
import argparse, tempfile, os, sys

os.environ["COLUMNS"] = "80"
class Parser(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, line): return line.split()
    def error(self, message): print("error:", message)
p = Parser(prog="tool", description="Does things.", epilog="The end.", fromfile_prefix_chars="@")
p.add_argument("pos", nargs="*"); p.add_argument("--num", type=int, default=3, help="a number (default: %(default)s)"); p.add_argument("-v", action="count")
with tempfile.NamedTemporaryFile("w", delete=False) as f: f.write("--num 5 a\nb -v -v\n")
print(p.parse_args(["@" + f.name, "c"])); os.unlink(f.name); print(p.parse_known_intermixed_args(["a", "--num", "4", "b", "--other"]), p.parse_intermixed_args(["x", "-v", "y"]))
print(p.format_help()); print(p.format_usage())
formatter = argparse.HelpFormatter("prog", indent_increment=4, max_help_position=20, width=60)
formatter.add_usage("%(prog)s [options]", [], [], "Usage: "); formatter.add_text("Some text that is long enough to be wrapped over more than one line, I hope, %(prog)s.")
formatter.start_section("numbers"); formatter.add_text("A section."); formatter.add_arguments(p._actions[1:3]); formatter.end_section(); formatter.start_section("empty"); formatter.end_section()
print(formatter.format_help())
sub = p.add_subparsers(dest="cmd", title="commands", metavar="CMD") if 0 else None
q = argparse.ArgumentParser(prog="q", formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False); subs = q.add_subparsers(dest="cmd", required=True, help="what to do"); a = subs.add_parser("add", help="adds", aliases=["plus"]); a.add_argument("n", type=float, help="amount"); print(q.parse_args(["plus", "2"])); print(q.format_help()); print(a.format_usage())
for args in ([], ["nope"], ["add"], ["add", "x"]):
    try: q.parse_args(args)
    except SystemExit as e: print("exit", e.code)
try: p.parse_known_intermixed_args(["--num", "z"])
except (SystemExit, TypeError) as e: print(type(e).__name__)
r = argparse.ArgumentParser(); r.add_argument("x", nargs=argparse.REMAINDER)
try: r.parse_intermixed_args(["a"])
except TypeError as e: print(e)
