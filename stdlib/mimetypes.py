"""Guessing the type of a file from its name, and a name's extension from a type.

>>> guess_type("song.tar.gz"), guess_extension("text/html")
(('application/x-tar', 'gzip'), '.html')
"""

import os
import posixpath

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type", "init",
           "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = [
  "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types", "/etc/apache2/mime.types",
  "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types", "/usr/local/etc/mime.types"]

# Lines of a file mime.types: a type and its extensions, the preferred one first.
_TYPES = """
application/javascript js mjs
application/json json
application/manifest+json webmanifest
application/msword doc dot wiz
application/n-quads nq
application/n-triples nt
application/octet-stream bin a dll exe o obj so
application/oda oda
application/pdf pdf
application/pkcs7-mime p7c
application/postscript ps ai eps
application/trig trig
application/vnd.apple.mpegurl m3u m3u8
application/vnd.ms-excel xls xlb
application/vnd.ms-powerpoint ppt pot ppa pps pwz
application/wasm wasm
application/x-bcpio bcpio
application/x-cpio cpio
application/x-csh csh
application/x-dvi dvi
application/x-gtar gtar
application/x-hdf hdf
application/x-hdf5 h5
application/x-latex latex
application/x-mif mif
application/x-netcdf cdf nc
application/x-pkcs12 p12 pfx
application/x-pn-realaudio ram
application/x-python-code pyc pyo
application/x-sh sh
application/x-shar shar
application/x-shockwave-flash swf
application/x-sv4cpio sv4cpio
application/x-sv4crc sv4crc
application/x-tar tar
application/x-tcl tcl
application/x-tex tex
application/x-texinfo texi texinfo
application/x-troff roff t tr
application/x-troff-man man
application/x-troff-me me
application/x-troff-ms ms
application/x-ustar ustar
application/x-wais-source src
application/xml xsl rdf wsdl xpdl
application/zip zip
audio/3gpp 3gp 3gpp
audio/3gpp2 3g2 3gpp2
audio/aac aac adts loas ass
audio/basic au snd
audio/mpeg mp3 mp2
audio/opus opus
audio/x-aiff aif aifc aiff
audio/x-pn-realaudio ra
audio/x-wav wav
image/avif avif
image/bmp bmp
image/gif gif
image/ief ief
image/jpeg jpg jpe jpeg
image/heic heic
image/heif heif
image/png png
image/svg+xml svg
image/tiff tiff tif
image/vnd.microsoft.icon ico
image/x-cmu-raster ras
image/x-portable-anymap pnm
image/x-portable-bitmap pbm
image/x-portable-graymap pgm
image/x-portable-pixmap ppm
image/x-rgb rgb
image/x-xbitmap xbm
image/x-xpixmap xpm
image/x-xwindowdump xwd
message/rfc822 eml mht mhtml nws
text/css css
text/csv csv
text/html html htm
text/n3 n3
text/plain txt bat c h ksh pl srt
text/richtext rtx
text/tab-separated-values tsv
text/vtt vtt
text/x-python py
text/x-setext etx
text/x-sgml sgm sgml
text/x-vcard vcf
text/xml xml
video/mp4 mp4
video/mpeg mpeg m1v mpa mpe mpg
video/quicktime mov qt
video/webm webm
video/x-msvideo avi
video/x-sgi-movie movie
"""

_COMMON_TYPES = """
application/rtf rtf
audio/midi midi mid
image/jpg jpg
image/pict pict pct pic
image/webp webp
text/xul xul
"""

_SUFFIXES = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
_ENCODINGS = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}


def _types_in(lines):
  """(extension, type) of lines of a file mime.types, in which '#' begins a comment."""
  for line in lines:
    words = line.split()
    for place, word in enumerate(words):
      if word[0] == "#":
        del words[place:]
        break
    for suffix in words[1:]:
      yield "." + suffix, words[0]


def _split_scheme(url):
  scheme, colon, rest = url.partition(":")
  return (scheme.lower(), rest) if scheme and colon and "/" not in scheme else (None, url)


class MimeTypes:
  """A table of types: the built-in one and the given files in the format of mime.types."""

  def __init__(self, filenames=(), strict=True):
    if not inited:
      init()
    self.encodings_map = _encodings_map_default.copy()
    self.suffix_map = _suffix_map_default.copy()
    self.types_map = ({}, {})  # Of common types that are not registered, and of registered ones.
    self.types_map_inv = ({}, {})
    for strictness, table in ((True, _types_map_default), (False, _common_types_default)):
      for ext, type in table.items():
        self.add_type(type, ext, strictness)
    for name in filenames:
      self.read(name, strict)

  def add_type(self, type, ext, strict=True):
    """Give an extension a type; strict when the type is a registered one."""
    self.types_map[strict][ext] = type
    extensions = self.types_map_inv[strict].setdefault(type, [])
    if ext not in extensions:
      extensions.append(ext)

  def guess_type(self, url, strict=True):
    """Type and encoding of a URL or path, each None when not known."""
    url = os.fspath(url)
    if isinstance(url, bytes):
      raise TypeError("cannot use a string pattern on a bytes-like object")
    scheme, url = _split_scheme(url)
    if scheme == "data":
      head, comma, _ = url.partition(",")
      if not comma:
        return None, None
      type = head.partition(";")[0]
      return "text/plain" if "=" in type or "/" not in type else type, None
    base, ext = posixpath.splitext(url)
    while (lower := ext.lower()) in self.suffix_map:
      base, ext = posixpath.splitext(base + self.suffix_map[lower])
    encoding = self.encodings_map.get(ext)
    if ext in self.encodings_map:
      ext = posixpath.splitext(base)[1]
    ext = ext.lower()
    type = self.types_map[True].get(ext)
    if type is None and not strict:
      type = self.types_map[False].get(ext)
    return type, encoding

  def guess_all_extensions(self, type, strict=True):
    """All extensions of a type."""
    type = type.lower()
    extensions = list(self.types_map_inv[True].get(type, ()))
    if not strict:
      extensions += [ext for ext in self.types_map_inv[False].get(type, ()) if ext not in extensions]
    return extensions

  def guess_extension(self, type, strict=True):
    """The preferred extension of a type, or None."""
    extensions = self.guess_all_extensions(type, strict)
    return extensions[0] if extensions else None

  def read(self, filename, strict=True):
    """Add the types of a file in the format of mime.types."""
    with open(filename, encoding="utf-8") as file:
      self.readfp(file, strict)

  def readfp(self, fp, strict=True):
    """Add the types of an open file in the format of mime.types."""
    for ext, type in _types_in(fp):
      self.add_type(type, ext, strict)

  def read_windows_registry(self, strict=True):
    """Nothing: there is no registry."""


def _database():
  if _db is None:
    init()
  return _db


def guess_type(url, strict=True):
  """Type and encoding of a URL or path, each None when not known; not strict: common types that are not registered too."""
  return _database().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
  """All extensions of a type."""
  return _database().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
  """The preferred extension of a type, or None."""
  return _database().guess_extension(type, strict)


def add_type(type, ext, strict=True):
  """Give an extension a type; strict when the type is a registered one."""
  return _database().add_type(type, ext, strict)


def init(files=None):
  """Make the table that the functions use anew, with the given files or those of the system."""
  global suffix_map, types_map, encodings_map, common_types, inited, _db
  inited = True
  if files is None:
    database = MimeTypes()
    files = knownfiles
  else:
    database = _db or MimeTypes()
    files = list(files)
  for file in files:
    if os.path.isfile(file):
      database.read(file)
  encodings_map = database.encodings_map
  suffix_map = database.suffix_map
  types_map = database.types_map[True]
  common_types = database.types_map[False]
  _db = database


def read_mime_types(file):
  """The types of a file in the format of mime.types by extension, or None when it can't be read."""
  try:
    opened = open(file, encoding="utf-8")
  except OSError:
    return None
  with opened:
    database = MimeTypes()
    database.readfp(opened, True)
    return database.types_map[True]


def _default_mime_types():
  """(Re)set the built-in tables."""
  global suffix_map, _suffix_map_default, encodings_map, _encodings_map_default
  global types_map, _types_map_default, common_types, _common_types_default
  suffix_map = _suffix_map_default = _SUFFIXES.copy()
  encodings_map = _encodings_map_default = _ENCODINGS.copy()
  types_map = _types_map_default = dict(_types_in(_TYPES.splitlines()))
  common_types = _common_types_default = dict(_types_in(_COMMON_TYPES.splitlines()))


inited = False
_db = None
_default_mime_types()


def _main():
  """The command line: types of names, or with -e extensions of types."""
  import getopt
  import sys

  usage = """\
Usage: mimetypes.py [options] type

Options:
    --help / -h       -- print this message and exit
    --lenient / -l    -- additionally search of some common, but non-standard
                         types.
    --extension / -e  -- guess extension instead of type

More than one type argument may be given.
"""
  try:
    given, names = getopt.getopt(sys.argv[1:], "hle", ["help", "lenient", "extension"])
  except getopt.error as error:
    print(usage)
    print(error)
    sys.exit(1)
  options = {option.lstrip("-")[0] for option, _ in given}
  if "h" in options:
    print(usage)
    sys.exit(0)
  strict = "l" not in options
  for name in names:
    type, encoding = (guess_extension(name, strict), None) if "e" in options else guess_type(name, strict)
    if not type:
      print("I don't know anything about type", name)
    elif "e" in options:
      print(type)
    else:
      print("type:", type, "encoding:", encoding)


if __name__ == "__main__":
  _main()
