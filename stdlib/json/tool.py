"""Command line: check and lay out JSON.

    echo '{"json": "obj"}' | coil -m json.tool
"""

import argparse
import json
import sys


def main():
  parser = argparse.ArgumentParser(prog="python -m json.tool", description="Check and lay out JSON objects.")
  parser.add_argument("infile", nargs="?", default="-", help="a JSON file to check; - is standard input")
  parser.add_argument("outfile", nargs="?", help="where to write the result; standard output without it")
  parser.add_argument("--sort-keys", action="store_true", help="sort the keys of objects")
  parser.add_argument("--no-ensure-ascii", dest="ensure_ascii", action="store_false", help="write characters outside ASCII as they are")
  parser.add_argument("--json-lines", action="store_true", help="every line is a JSON text of its own")
  group = parser.add_mutually_exclusive_group()
  group.add_argument("--indent", default=4, type=int, help="blanks of one level")
  group.add_argument("--tab", action="store_const", dest="indent", const="\t", help="one tab for each level")
  group.add_argument("--no-indent", action="store_const", dest="indent", const=None, help="blanks after separators, but no lines")
  group.add_argument("--compact", action="store_true", help="no blanks at all")
  options = parser.parse_args()
  dump_args = {"sort_keys": options.sort_keys, "indent": options.indent, "ensure_ascii": options.ensure_ascii}
  if options.compact:
    dump_args["indent"] = None
    dump_args["separators"] = ",", ":"
  try:
    infile = sys.stdin if options.infile == "-" else open(options.infile, encoding="utf-8")
  except OSError as e:
    parser.error(f"argument infile: can't open '{options.infile}': {e}")
  try:
    try:
      text = infile.readlines() if options.json_lines else [infile.read()]
    finally:
      if infile is not sys.stdin:
        infile.close()
    objects = [json.loads(part) for part in text]
    outfile = open(options.outfile, "w", encoding="utf-8") if options.outfile else sys.stdout
    try:
      for obj in objects:
        json.dump(obj, outfile, **dump_args)
        outfile.write("\n")
    finally:
      if outfile is not sys.stdout:
        outfile.close()
  except ValueError as e:
    raise SystemExit(e)


if __name__ == "__main__":
  main()
