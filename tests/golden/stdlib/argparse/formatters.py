# The formatter classes.
import argparse
import os

os.environ["COLUMNS"] = "80"


def narrow(prog):
  return argparse.HelpFormatter(prog, max_help_position=12, width=40)


for formatter in (argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter,
                  argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter, narrow):
  parser = argparse.ArgumentParser(prog="tool", formatter_class=formatter, description="Two\n  lines", epilog="And\n\n  more")
  parser.add_argument("--number", type=int, default=3, help="a\n   number")
  parser.add_argument("rest", nargs="*", type=float, help="the rest", default=None)
  parser.print_help()
  print("-" * 20)
