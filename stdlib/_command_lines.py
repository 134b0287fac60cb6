"""What `coil -m NAME` does for modules of the library whose command line is a small matter beside the module itself."""

import argparse
import sys


def base64():
  """Encode or decode a file or the standard input."""
  from base64 import decode, decodebytes, encode, encodebytes
  from getopt import error, getopt
  usage = f"""usage: {sys.argv[0]} [-h|-d|-e|-u|-t] [file|-]
        -h: print this help message and exit
        -d, -u: decode
        -e: encode (default)
        -t: encode and decode string 'Aladdin:open sesame'"""
  try:
    options, arguments = getopt(sys.argv[1:], "hdeut")
  except error as wrong:
    sys.stdout = sys.stderr
    print(wrong)
    print(usage)
    sys.exit(2)
  function = encode
  for option, _ in options:
    if option == "-h":
      print(usage)
      return
    if option == "-t":
      data = b"Aladdin:open sesame"
      print(data, encodebytes(data), decodebytes(encodebytes(data)), sep="\n")
      return
    function = encode if option == "-e" else decode
  if arguments and arguments[0] != "-":
    with open(arguments[0], "rb") as source:
      function(source, sys.stdout.buffer)
  else:
    function(sys.stdin.buffer, sys.stdout.buffer)


def _calendar_options(arguments):
  parser = argparse.ArgumentParser()
  text = parser.add_argument_group("text only arguments")
  html = parser.add_argument_group("html only arguments")
  text.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
  text.add_argument("-l", "--lines", type=int, default=1, help="number of lines for each week (default 1)")
  text.add_argument("-s", "--spacing", type=int, default=6, help="spacing between months (default 6)")
  text.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
  html.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
  parser.add_argument("-L", "--locale", default=None, help="locale to use for month and weekday names")
  parser.add_argument("-e", "--encoding", default=None, help="encoding to use for output")
  parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
  parser.add_argument("year", nargs="?", type=int, help="year number (1-9999)")
  parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
  options = parser.parse_args(arguments)
  if options.locale and not options.encoding:
    parser.error("if --locale is specified --encoding is required")
  if options.type == "html" and options.month is not None:
    parser.error("incorrect number of arguments")
  return options


def calendar(arguments):
  """Print a year or a month, as text or as a page."""
  import calendar
  from datetime import date
  options = _calendar_options(arguments[1:])
  locale = (options.locale, options.encoding) if options.locale else None
  year = date.today().year if options.year is None else options.year
  if options.type == "html":
    shown = calendar.LocaleHTMLCalendar(locale=locale) if locale else calendar.HTMLCalendar()
    encoding = sys.getdefaultencoding() if options.encoding is None else options.encoding
    sys.stdout.buffer.write(shown.formatyearpage(year, encoding=encoding, css=options.css))
    return
  shown = calendar.LocaleTextCalendar(locale=locale) if locale else calendar.TextCalendar()
  if options.month is None:
    text = shown.formatyear(year, w=options.width, l=options.lines, c=options.spacing, m=options.months)
  else:
    text = shown.formatmonth(year, options.month, w=options.width, l=options.lines)
  if options.encoding:
    sys.stdout.buffer.write(text.encode(options.encoding))
  else:
    sys.stdout.write(text)


def _gzip_file(name, decompress, level):
  """Between a file, or the standard streams for "-", and the file beside it."""
  import gzip
  import shutil
  if name == "-":
    source, target = sys.stdin.buffer, sys.stdout.buffer
  elif decompress:
    if not name.endswith(".gz"):
      sys.exit(f"filename doesn't end in .gz: {name!r}")
    source, target = gzip.open(name, "rb"), open(name[:-3], "wb")
  else:
    source, target = open(name, "rb"), gzip.open(name + ".gz", "wb", compresslevel=level)
  if name == "-":
    if decompress:
      source = gzip.GzipFile(filename="", mode="rb", fileobj=source)
    else:
      target = gzip.GzipFile(filename="", mode="wb", fileobj=target, compresslevel=level)
  shutil.copyfileobj(source, target)
  for stream in (target, source):
    if stream not in (sys.stdin.buffer, sys.stdout.buffer):
      stream.close()


def gzip():
  """Compress or decompress files, which stay."""
  parser = argparse.ArgumentParser(description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file.")
  how = parser.add_mutually_exclusive_group()
  how.add_argument("--fast", action="store_true", help="compress faster")
  how.add_argument("--best", action="store_true", help="compress better")
  how.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
  parser.add_argument("args", nargs="*", default=["-"], metavar="file")
  options = parser.parse_args()
  for name in options.args:
    _gzip_file(name, options.decompress, 1 if options.fast else 9 if options.best else 6)


def inspect():
  """Print the source of a module or of what is in one, or where it is."""
  import importlib
  import inspect
  parser = argparse.ArgumentParser()
  parser.add_argument("object", help="The object to be analysed. It supports the 'module:qualname' syntax")
  parser.add_argument("-d", "--details", action="store_true", help="Display info about the module rather than its source code")
  options = parser.parse_args()
  module_name, has_attributes, attributes = options.object.partition(":")
  try:
    found = module = importlib.import_module(module_name)
  except Exception as error:
    print(f"Failed to import {module_name} ({type(error).__name__}: {error})", file=sys.stderr)
    sys.exit(2)
  for part in attributes.split(".") if has_attributes else ():
    found = getattr(found, part)
  if module.__name__ in sys.builtin_module_names:
    print("Can't get info for builtin modules.", file=sys.stderr)
    sys.exit(1)
  if not options.details:
    print(inspect.getsource(found))
    return
  print("Target:", options.object)
  print("Origin:", inspect.getsourcefile(module))
  print("Cached:", getattr(module, "__cached__", None))
  if found is module:
    print("Loader:", repr(module.__loader__))
    if hasattr(module, "__path__"):
      print("Submodule search path:", module.__path__)
  else:
    try:
      print("Line:", inspect.findsource(found)[1])
    except Exception:
      pass
  print("\n")


def platform():
  """Print the platform's description."""
  import platform
  terse = "terse" in sys.argv or "--terse" in sys.argv
  print(platform.platform("nonaliased" not in sys.argv and "--nonaliased" not in sys.argv, terse))


def sysconfig():
  """Print paths and variables."""
  import sysconfig
  print(f'Platform: "{sysconfig.get_platform()}"')
  print(f'Python version: "{sysconfig.get_python_version()}"')
  print(f'Current installation scheme: "{sysconfig.get_default_scheme()}"')
  for title, entries in (("Paths", sysconfig.get_paths()), ("Variables", sysconfig.get_config_vars())):
    print()
    print(title + ": ")
    for key, value in sorted(entries.items()):
      print(f'\t{key} = "{value}"')


def _site_summary():
  import os.path
  import site
  print("sys.path = [")
  for folder in sys.path:
    print(f"    {folder!r},")
  print("]")
  for name, folder in (("USER_BASE", site.getuserbase()), ("USER_SITE", site.getusersitepackages())):
    state = "exists" if os.path.isdir(folder) else "doesn't exist"
    print(f"{name}: {folder!r} ({state})")
  print("ENABLE_USER_SITE:", site.ENABLE_USER_SITE)


def site():
  """Print the search path, or the user's folders."""
  import os
  import site
  arguments = sys.argv[1:]
  if not arguments:
    _site_summary()
    return
  shown = [site.getuserbase()] if "--user-base" in arguments else []
  if "--user-site" in arguments:
    shown.append(site.getusersitepackages())
  if not shown:
    sys.exit(f"{sys.argv[0]} [--user-base] [--user-site]\n\nPrints the search path of modules; with options, the user's folders, separated by '{os.pathsep}'.")
  print(os.pathsep.join(shown))
  sys.exit(0 if site.ENABLE_USER_SITE else 1 if site.ENABLE_USER_SITE is False else 2)


def code():
  """A prompt of CPython's kind."""
  import code
  parser = argparse.ArgumentParser()
  parser.add_argument("-q", action="store_true", help="don't print version and copyright messages")
  code.interact("" if parser.parse_args().q else None)


def pickle():
  """Show the objects of files."""
  from pickle import load
  from pprint import pprint
  parser = argparse.ArgumentParser(description="display contents of the pickle files")
  parser.add_argument("pickle_file", type=argparse.FileType("br"), nargs="*", help="the pickle file")
  files = parser.parse_args().pickle_file
  if not files:
    parser.print_help()
  for file in files:
    pprint(load(file))


def pydoc():
  """Show the documentation of names, or of files with a "/" in their names."""
  import os
  from pydoc import ErrorDuringImport, help, importfile
  names = sys.argv[1:]
  if not names or names[0].startswith("-"):
    print("""pydoc - the Python documentation tool

pydoc <name> ...
    Show text documentation on something.  <name> may be the name of a
    Python keyword, topic, function, module, or package, or a dotted
    reference to a class or function within a module or module in a
    package.  If <name> contains a '/', it is used as the path to a
    Python source file to document. If name is 'keywords', 'topics',
    or 'modules', a listing of these things is displayed.
""")
    return
  for name in names:
    if "/" in name and not os.path.exists(name):
      print(f"file {name!r} does not exist")
      sys.exit(1)
    try:
      help.help(importfile(name) if "/" in name and os.path.isfile(name) else name, is_cli=True)
    except (ImportError, ErrorDuringImport) as error:
      print(error)
      sys.exit(1)


def filecmp():
  """Report what differs in two folders; with -r at any depth."""
  from filecmp import dircmp
  from getopt import GetoptError, getopt
  options, folders = getopt(sys.argv[1:], "r")
  if len(folders) != 2:
    raise GetoptError("need exactly two args", None)
  comparison = dircmp(*folders)
  if options:
    comparison.report_full_closure()
  else:
    comparison.report()


def fileinput():
  """Print the lines of files with their numbers."""
  from fileinput import filelineno, filename, input, isfirstline, lineno
  from getopt import getopt
  options, files = getopt(sys.argv[1:], "ib:")
  backup = "".join([value for option, value in options if option == "-b"])
  for line in input(files, inplace=("-i", "") in options, backup=backup):
    line = line.removesuffix("\n").removesuffix("\r")
    print(f"{lineno()}: {filename()}[{filelineno()}]{'*' if isfirstline() else ''} {line}")
  print(f"{lineno()}: {filename()}[{filelineno()}]")


def webbrowser():
  """Show a page, with -n in a new window, with -t in a new tab."""
  from getopt import error, getopt
  from webbrowser import open
  usage = f"Usage: {sys.argv[0]} [-n | -t] url\n    -n: open new window\n    -t: open new tab"
  try:
    options, pages = getopt(sys.argv[1:], "ntd")
  except error as wrong:
    print(wrong, file=sys.stderr)
    pages = []
  if len(pages) != 1:
    print(usage, file=sys.stderr)
    sys.exit(1)
  kind = 0
  for option, _ in options:
    kind = {"-n": 1, "-t": 2}.get(option, kind)
  open(pages[0], kind)
  print("\a")
