"""What `coil -m tarfile` does."""

import argparse
import sys
from tarfile import TarFile, is_tarfile, open as open_archive

_KINDS = (("gz", ("gz", "tgz")), ("xz", ("xz", "txz")), ("bz2", ("bz2", "tbz", "tbz2", "tb2")))


def _parser():
  # Named after the one file that the module is elsewhere.
  parser = argparse.ArgumentParser(prog="tarfile.py", description="A simple command-line interface for tarfile module.")
  parser.add_argument("-v", "--verbose", action="store_true", help="Verbose output")
  parser.add_argument("--filter", metavar="<filtername>", choices=("fully_trusted", "tar", "data"),
                      help="Filter for extraction")
  actions = parser.add_mutually_exclusive_group(required=True)
  actions.add_argument("-l", "--list", metavar="<tarfile>", help="Show listing of a tarfile")
  actions.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"), help="Extract tarfile into target dir")
  actions.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create tarfile from sources")
  actions.add_argument("-t", "--test", metavar="<tarfile>", help="Test if a tarfile is valid")
  return parser


def _open(parser, name):
  if not is_tarfile(name):
    parser.exit(1, f"{name!r} is not a tar archive.\n")
  return open_archive(name, "r:*")


def _create(name, files):
  ending = name.rpartition(".")[2]
  mode = next((f"w:{kind}" for kind, endings in _KINDS if "." in name and ending in endings), "w")
  with TarFile.open(name, mode) as archive:
    for file in files:
      archive.add(file)


def main():
  parser = _parser()
  options = parser.parse_args()
  if options.filter and options.extract is None:
    parser.exit(1, "--filter is only valid for extraction\n")
  if options.test is not None:
    with _open(parser, options.test) as archive:
      archive.getmembers()
      print(archive.getmembers(), file=sys.stderr)
    if options.verbose:
      print(f"{options.test!r} is a tar archive.")
  elif options.list is not None:
    with _open(parser, options.list) as archive:
      archive.list(verbose=options.verbose)
  elif options.extract is not None:
    if len(options.extract) > 2:
      parser.exit(1, parser.format_help())
    source, *folder = options.extract
    with _open(parser, source) as archive:
      archive.extractall(path=folder[0] if folder else ".", filter=options.filter)
    if options.verbose:
      print(f"{source!r} file is extracted into {folder[0]!r} directory." if folder and folder[0] != "." else f"{source!r} file is extracted.")
  else:
    name, *files = options.create
    _create(name, files)
    if options.verbose:
      print(f"{name!r} file created.")
