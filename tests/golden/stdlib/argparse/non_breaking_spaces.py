# Help texts break at ASCII blanks only.
import argparse

parser = argparse.ArgumentParser("PROG", description="main\u00a0description  with\tblanks", formatter_class=lambda prog: argparse.HelpFormatter(prog, width=40))
parser.add_argument("--long", help="a help text that shall not wrap\u00a0at non-breaking\u00a0spaces\u2003here ")
print(ascii(parser.format_help()))
