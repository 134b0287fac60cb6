"""Headers of members: blocks of 512 bytes in the formats of POSIX (ustar, pax) and GNU."""

__name__ = "tarfile"

BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
NUL = b"\0"
GNU_MAGIC = b"ustar  \0"
POSIX_MAGIC = b"ustar\x0000"
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"
AREGTYPE = b"\0"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK,
                   GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}


class TarError(Exception):
  """The base of the module's errors."""


class ExtractError(TarError):
  """An attribute of an extracted file could not be set."""


class ReadError(TarError):
  """An archive that cannot be read."""


class CompressionError(TarError):
  """A compression that is not available."""


class StreamError(TarError):
  """What a stream, which only goes forward, cannot do."""


class HeaderError(TarError):
  """A block that is no good header."""


class EmptyHeaderError(HeaderError):
  """Nothing where a header should be."""


class TruncatedHeaderError(HeaderError):
  """Less than a block."""


class EOFHeaderError(HeaderError):
  """A block of zeros: the end of the archive."""


class InvalidHeaderError(HeaderError):
  """A block with a wrong checksum or number."""


class SubsequentHeaderError(HeaderError):
  """The header behind an extended one is missing or wrong."""


def stn(s, length, encoding, errors):
  """A text as a field, filled up with NULs."""
  if s is None:
    raise ValueError("metadata cannot contain None")
  return s.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(s, encoding, errors):
  """A field up to its NUL as text."""
  return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
  """The number of a field: octal digits, or base 256 after a byte with the highest bit."""
  if s[0] in (0o200, 0o377):
    number = int.from_bytes(s[1:], "big")
    return number - (256 ** (len(s) - 1) if s[0] == 0o377 else 0)
  try:
    return int(nts(s, "ascii", "strict").strip() or "0", 8)
  except ValueError:
    raise InvalidHeaderError("invalid header")


def itn(n, digits=8, format=DEFAULT_FORMAT):
  """A number as a field; GNU's format also takes large and negative ones."""
  n = int(n)
  if 0 <= n < 8 ** (digits - 1):
    return b"%0*o" % (digits - 1, n) + NUL
  if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
    return bytearray(b"\200" if n >= 0 else b"\377") + (n % 256 ** (digits - 1)).to_bytes(digits - 1, "big")
  raise ValueError("overflow in number field")


def calc_chksums(buf):
  """The sums of a header's bytes, unsigned and signed, with blanks in place of the checksum."""
  data = buf[:148] + b" " * 8 + buf[156:512]
  unsigned = sum(data)
  return unsigned, unsigned - 256 * sum(byte > 127 for byte in data)


def filled(payload):
  """The bytes with NULs up to the end of a block."""
  return payload + NUL * (-len(payload) % BLOCKSIZE)


def blocks_of(count):
  """So many bytes rounded up to whole blocks."""
  return -(-count // BLOCKSIZE) * BLOCKSIZE


_KEEP = object()


class TarInfo:
  """What an archive knows of a member, beside its data."""

  __slots__ = dict(
    name="Name of the archive member.", mode="Permission bits.", uid="User number.", gid="Group number.", size="Size in bytes.",
    mtime="Time of the last change.", chksum="Checksum of the header.", type="Kind: one of the ...TYPE constants.",
    linkname="What a link points to.", uname="User name.", gname="Group name.", devmajor="Kind of device.", devminor="Which device of its kind.",
    offset="Where the header starts.", offset_data="Where the data starts.", pax_headers="Fields of extended headers.",
    sparse="Pieces (offset, size) of a sparse file.", tarfile=None, _sparse_structs=None, _link_target=None)

  def __init__(self, name=""):
    self.name = name
    self.mode = 0o644
    self.uid = self.gid = self.size = self.mtime = self.chksum = 0
    self.type = REGTYPE
    self.linkname = self.uname = self.gname = ""
    self.devmajor = self.devminor = self.offset = self.offset_data = 0
    self.sparse = None
    self.pax_headers = {}

  @property
  def path(self):
    """The name, as pax headers call it."""
    return self.name

  @path.setter
  def path(self, name):
    self.name = name

  @property
  def linkpath(self):
    """The target of a link, as pax headers call it."""
    return self.linkname

  @linkpath.setter
  def linkpath(self, linkname):
    self.linkname = linkname

  def __repr__(self):
    return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

  def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP, gname=_KEEP, deep=True, _KEEP=_KEEP):
    """A copy with other attributes; None for what is not to be set when it is extracted."""
    import copy
    made = copy.deepcopy(self) if deep else copy.copy(self)
    for attribute, value in dict(name=name, mtime=mtime, mode=mode, linkname=linkname, uid=uid, gid=gid, uname=uname, gname=gname).items():
      if value is not _KEEP:
        setattr(made, attribute, value)
    return made

  def get_info(self):
    """The attributes as a dictionary."""
    info = {field: getattr(self, field) for field in ("name", "mode", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname",
                                                      "gname", "devmajor", "devminor")}
    if info["mode"] is not None:
      info["mode"] &= 0o7777
    if info["type"] == DIRTYPE and not info["name"].endswith("/"):
      info["name"] += "/"
    return info

  # Writing.

  def tobuf(self, format=DEFAULT_FORMAT, encoding="UTF-8", errors="surrogateescape"):
    """The header as bytes, with extended headers before it where they are needed."""
    info = self.get_info()
    for name, value in info.items():
      if value is None:
        raise ValueError("%s may not be None" % name)
    if format == USTAR_FORMAT:
      return self.create_ustar_header(info, encoding, errors)
    if format == GNU_FORMAT:
      return self.create_gnu_header(info, encoding, errors)
    if format == PAX_FORMAT:
      return self.create_pax_header(info, encoding)
    raise ValueError("invalid format")

  def create_ustar_header(self, info, encoding, errors):
    sizes = {field: len(info[field].encode(encoding, errors)) for field in ("linkname", "name")}
    if sizes["linkname"] > LENGTH_LINK:
      raise ValueError("linkname is too long")
    if sizes["name"] > LENGTH_NAME:
      prefix, name = self._posix_split_name(info["name"], encoding, errors)
      info.update(prefix=prefix, name=name)
    info["magic"] = POSIX_MAGIC
    return self._create_header(info, USTAR_FORMAT, encoding, errors)

  def create_gnu_header(self, info, encoding, errors):
    info["magic"] = GNU_MAGIC
    before = b""
    for field, length, kind in (("linkname", LENGTH_LINK, GNUTYPE_LONGLINK), ("name", LENGTH_NAME, GNUTYPE_LONGNAME)):
      text = info[field].encode(encoding, errors)
      if len(text) > length:
        before += self._long_header(text + NUL, kind)
    return before + self._create_header(info, GNU_FORMAT, encoding, errors)

  def create_pax_header(self, info, encoding):
    info["magic"] = POSIX_MAGIC
    headers = self.pax_headers.copy()
    for field, keyword, length in (("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK), ("uname", "uname", 32), ("gname", "gname", 32)):
      if keyword not in headers and (not info[field].isascii() or len(info[field]) > length):
        headers[keyword] = info[field]
    for field, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
      value = info[field]
      whole = int(value)
      fits = 0 <= whole < 8 ** (digits - 1)
      if fits and not isinstance(value, float):
        continue
      info[field] = round(value) if fits else 0
      headers.setdefault(field, str(value))
    before = self._pax_blocks(headers, XHDTYPE, encoding) if headers else b""
    return before + self._create_header(info, USTAR_FORMAT, "ascii", "replace")

  @classmethod
  def create_pax_global_header(cls, pax_headers):
    """The header whose fields are those of all members behind it."""
    return cls._pax_blocks(pax_headers, XGLTYPE, "utf-8")

  def _posix_split_name(self, name, encoding, errors):
    """(prefix, name): the longest name that leaves a prefix that fits."""
    for at, character in enumerate(name):
      if character != "/":
        continue
      prefix, rest = name[:at], name[at + 1:]
      if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
        return prefix, rest
    raise ValueError("name is too long")

  @staticmethod
  def _create_header(info, format, encoding, errors):
    kind = info.get("type", REGTYPE)
    if kind is None:
      raise ValueError("TarInfo.type must not be None")
    if kind in (CHRTYPE, BLKTYPE):
      devices = itn(info.get("devmajor", 0), 8, format) + itn(info.get("devminor", 0), 8, format)
    else:
      devices = NUL * 16
    fields = [stn(info.get("name", ""), 100, encoding, errors), itn(info.get("mode", 0) & 0o7777, 8, format), itn(info.get("uid", 0), 8, format),
              itn(info.get("gid", 0), 8, format), itn(info.get("size", 0), 12, format), itn(info.get("mtime", 0), 12, format), b" " * 8, kind,
              stn(info.get("linkname", ""), 100, encoding, errors), info.get("magic", POSIX_MAGIC), stn(info.get("uname", ""), 32, encoding, errors),
              stn(info.get("gname", ""), 32, encoding, errors), devices, stn(info.get("prefix", ""), 155, encoding, errors)]
    block = b"".join(fields).ljust(BLOCKSIZE, NUL)
    return block[:148] + b"%06o\0 " % calc_chksums(block)[0] + block[156:]

  @classmethod
  def _long_header(cls, text, kind):
    info = {"name": "././@LongLink", "type": kind, "size": len(text), "magic": GNU_MAGIC}
    return cls._create_header(info, USTAR_FORMAT, "ascii", "replace") + filled(text)

  @classmethod
  def _pax_blocks(cls, headers, kind, encoding):
    """The records "length keyword=value" with a header of their own."""
    records = b""
    # Texts that are no Unicode are told to be as the file system has them.
    binary = any(not _is_unicode(value) for value in headers.values())
    if binary:
      records += b"21 hdrcharset=BINARY\n"
    for keyword, value in headers.items():
      text = value.encode(encoding, "surrogateescape") if binary else value.encode("utf-8")
      body = b" " + keyword.encode("utf-8") + b"=" + text + b"\n"
      length = len(body)
      while length != len(body) + len(str(length)):
        length = len(body) + len(str(length))
      records += b"%d" % length + body
    info = {"name": "././@PaxHeader", "type": kind, "size": len(records), "magic": POSIX_MAGIC}
    return cls._create_header(info, USTAR_FORMAT, "ascii", "replace") + filled(records)

  # Reading.

  @classmethod
  def frombuf(cls, buf, encoding, errors):
    """A member from the block of its header."""
    if not buf:
      raise EmptyHeaderError("empty header")
    if len(buf) != BLOCKSIZE:
      raise TruncatedHeaderError("truncated header")
    if not any(buf):
      raise EOFHeaderError("end of file header")
    chksum = nti(buf[148:156])
    if chksum not in calc_chksums(buf):
      raise InvalidHeaderError("bad checksum")
    obj = cls()
    obj.name = nts(buf[:100], encoding, errors)
    obj.mode, obj.uid, obj.gid, obj.size, obj.mtime = (nti(buf[a:b]) for a, b in ((100, 108), (108, 116), (116, 124), (124, 136), (136, 148)))
    obj.chksum = chksum
    obj.type = buf[156:157]
    obj.linkname = nts(buf[157:257], encoding, errors)
    obj.uname, obj.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
    obj.devmajor, obj.devminor = nti(buf[329:337]), nti(buf[337:345])
    prefix = nts(buf[345:500], encoding, errors)
    if obj.type == AREGTYPE and obj.name.endswith("/"):
      obj.type = DIRTYPE
    if obj.type == GNUTYPE_SPARSE:
      pieces, _ = _sparse_pieces(buf, 386, 4)
      obj._sparse_structs = pieces, bool(buf[482]), nti(buf[483:495])
    name = obj.name.rstrip("/") if obj.isdir() else obj.name
    obj.name = f"{prefix}/{name}" if prefix and obj.type not in GNU_TYPES else name
    return obj

  @classmethod
  def fromtarfile(cls, tarfile):
    """The next member of an archive; what extended headers say of it included."""
    buf = tarfile.fileobj.read(BLOCKSIZE)
    obj = cls.frombuf(buf, tarfile.encoding, tarfile.errors)
    obj.offset = tarfile.fileobj.tell() - BLOCKSIZE
    return obj._proc_member(tarfile)

  def _proc_member(self, tarfile):
    if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
      return self._proc_gnulong(tarfile)
    if self.type == GNUTYPE_SPARSE:
      return self._proc_sparse(tarfile)
    if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
      return self._proc_pax(tarfile)
    return self._proc_builtin(tarfile)

  def _proc_builtin(self, tarfile):
    self.offset_data = tarfile.fileobj.tell()
    tarfile.offset = self.offset_data
    if self.isreg() or self.type not in SUPPORTED_TYPES:
      tarfile.offset += blocks_of(self.size)
    self._apply_pax_info(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
    if self.isdir():
      self.name = self.name.rstrip("/")
    return self

  def _following(self, tarfile):
    try:
      return self.fromtarfile(tarfile)
    except HeaderError as error:
      raise SubsequentHeaderError(str(error)) from None

  def _proc_gnulong(self, tarfile):
    text = nts(tarfile.fileobj.read(blocks_of(self.size)), tarfile.encoding, tarfile.errors)
    member = self._following(tarfile)
    member.offset = self.offset
    if self.type == GNUTYPE_LONGNAME:
      member.name = text
    else:
      member.linkname = text
    if member.isdir():
      member.name = member.name.removesuffix("/")
    return member

  def _proc_sparse(self, tarfile):
    pieces, extended, size = self._sparse_structs
    while extended:
      buf = tarfile.fileobj.read(BLOCKSIZE)
      more, end = _sparse_pieces(buf, 0, 21)
      pieces += more
      extended = bool(buf[end])
    self.sparse = pieces
    self.offset_data = tarfile.fileobj.tell()
    tarfile.offset = self.offset_data + blocks_of(self.size)
    self.size = size
    return self

  def _proc_pax(self, tarfile):
    headers = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
    data = tarfile.fileobj.read(blocks_of(self.size))[:self.size]
    raw = list(_pax_records(data))
    binary = any(keyword == b"hdrcharset" and value == b"BINARY" for keyword, value in raw)
    for keyword, value in raw:
      keyword = _decoded(keyword, "utf-8", "utf-8", tarfile.errors)
      charset = tarfile.encoding if binary and keyword in PAX_NAME_FIELDS else "utf-8"
      headers[keyword] = _decoded(value, charset, tarfile.encoding, tarfile.errors)
    member = self._following(tarfile)
    if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
      member._apply_pax_info(headers, tarfile.encoding, tarfile.errors)
      member.offset = self.offset
      if "size" in headers:
        tarfile.offset = member.offset_data + (blocks_of(member.size) if member.isreg() or member.type not in SUPPORTED_TYPES else 0)
    return member

  def _apply_pax_info(self, pax_headers, encoding, errors):
    for keyword, value in pax_headers.items():
      if keyword not in PAX_FIELDS:
        continue
      if keyword == "path":
        value = value.rstrip("/")
      if keyword in PAX_NUMBER_FIELDS:
        try:
          value = PAX_NUMBER_FIELDS[keyword](value)
        except ValueError:
          value = 0
      setattr(self, keyword, value)
    self.pax_headers = pax_headers.copy()

  # Kinds.

  def isreg(self):
    return self.type in REGULAR_TYPES

  isfile = isreg

  def isdir(self):
    return self.type == DIRTYPE

  def issym(self):
    return self.type == SYMTYPE

  def islnk(self):
    return self.type == LNKTYPE

  def ischr(self):
    return self.type == CHRTYPE

  def isblk(self):
    return self.type == BLKTYPE

  def isfifo(self):
    return self.type == FIFOTYPE

  def issparse(self):
    return self.sparse is not None

  def isdev(self):
    return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _is_unicode(text):
  try:
    text.encode("utf-8")
  except UnicodeEncodeError:
    return False
  return True


def _decoded(value, encoding, fallback, errors):
  try:
    return value.decode(encoding, "strict")
  except UnicodeDecodeError:
    return value.decode(fallback, errors)


def _pax_records(data):
  """(keyword, value) of each record."""
  at = 0
  while at < len(data) and data[at] != 0:
    length, blank, _ = data[at:at + 20].partition(b" ")
    if not blank or not length.isdigit():
      raise InvalidHeaderError("invalid header")
    end = at + int(length)
    keyword, equals, value = data[at + len(length) + 1:end].partition(b"=")
    if end <= at + len(length) or end > len(data) or not equals or not value.endswith(b"\n"):
      raise InvalidHeaderError("invalid header")
    yield keyword, value[:-1]
    at = end


def _sparse_pieces(buf, at, count):
  """The pieces (offset, size) of a sparse file that a block lists, and where the list ends."""
  pieces = []
  for place in range(at, at + 24 * count, 24):
    try:
      offset, size = nti(buf[place:place + 12]), nti(buf[place + 12:place + 24])
    except (ValueError, HeaderError):
      break
    if offset and size or size:
      pieces.append((offset, size))
  return pieces, at + 24 * count
