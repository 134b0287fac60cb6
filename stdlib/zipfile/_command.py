"""What `coil -m zipfile` does."""

import os
import sys
import zipfile


def _arguments(args):
  import argparse
  parser = argparse.ArgumentParser(prog="zipfile.py", description="A simple command-line interface for zipfile module.")
  group = parser.add_mutually_exclusive_group(required=True)
  group.add_argument("-l", "--list", metavar="<zipfile>", help="Show listing of a zipfile")
  group.add_argument("-e", "--extract", nargs=2, metavar=("<zipfile>", "<output_dir>"), help="Extract zipfile into target dir")
  group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create zipfile from sources")
  group.add_argument("-t", "--test", metavar="<zipfile>", help="Test if a zipfile is valid")
  parser.add_argument("--metadata-encoding", metavar="<encoding>", help="Specify encoding of member names for -l, -e and -t")
  return parser.parse_args(args)


def main(args=None):
  """Do what the arguments say, by default those of the command line."""
  args = _arguments(args)
  encoding = args.metadata_encoding
  if args.test is not None:
    with zipfile.ZipFile(args.test, metadata_encoding=encoding) as archive:
      bad = archive.testzip()
    if bad:
      print(f"The following enclosed file is corrupted: {bad!r}")
    print("Done testing")
  elif args.list is not None:
    with zipfile.ZipFile(args.list, metadata_encoding=encoding) as archive:
      archive.printdir()
  elif args.extract is not None:
    with zipfile.ZipFile(args.extract[0], metadata_encoding=encoding) as archive:
      archive.extractall(args.extract[1])
  else:
    if encoding:
      print("Non-conforming encodings not supported with -c.", file=sys.stderr)
      sys.exit(1)
    _create(*args.create)


def _create(name, *paths):
  with zipfile.ZipFile(name, "w") as archive:
    for path in paths:
      arcname = os.path.basename(path) or os.path.basename(os.path.dirname(path))
      _add(archive, path, "" if arcname in (os.curdir, os.pardir) else arcname)


def _add(archive, path, arcname):
  """A file, or a folder with all that is in it; other things are left out."""
  if os.path.isfile(path):
    archive.write(path, arcname, zipfile.ZIP_DEFLATED)
  elif os.path.isdir(path):
    if arcname:
      archive.write(path, arcname)
    for name in sorted(os.listdir(path)):
      _add(archive, os.path.join(path, name), os.path.join(arcname, name))
