# A HelpFormatter used by hand: sections, texts, arguments, and one section ended too often.
import argparse

formatter = argparse.HelpFormatter("prog", indent_increment=4, max_help_position=10, width=40)
formatter.add_usage("%(prog)s [x]", [], [])
formatter.start_section("section")
formatter.add_text("text " * 12)
formatter.add_argument(argparse.Action(["-x", "--xx"], "x", help="the help", metavar="XX"))
formatter.end_section()
formatter.add_text(argparse.SUPPRESS)
formatter.add_text(None)
print(formatter.format_help())
try:
  formatter.end_section()
except AssertionError as error:
  print(error)
