"""Sound files of the format WAVE, uncompressed.

    with wave.open("beep.wav", "wb") as sound:
      sound.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
      sound.writeframes(samples)
"""

import builtins
import struct
from collections import namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 1

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")


class Error(Exception):
  """A file that is no such sound, or parameters that are none."""


class _Chunk:
  """A part of a file, or of another part: a name, a size and so many bytes; an odd size has one byte more."""

  def __init__(self, file):
    self.file = file
    self.name = file.read(4)
    if len(self.name) < 4:
      raise EOFError
    size = file.read(4)
    if len(size) < 4:
      raise EOFError
    self.size = int.from_bytes(size, "little")
    self.at = 0
    try:
      self.offset = file.tell()
    except (AttributeError, OSError):
      self.offset = None

  def tell(self):
    return self.at

  def seek(self, place, whence=0):
    """Go to a place within the part."""
    if self.offset is None:
      raise OSError("cannot seek")
    place += (0, self.at, self.size)[whence]
    if not 0 <= place <= self.size:
      raise RuntimeError
    self.file.seek(self.offset + place, 0)
    self.at = place

  def read(self, size=-1):
    """At most so many bytes, up to the part's end."""
    left = self.size - self.at
    if left <= 0:
      return b""
    data = self.file.read(left if size < 0 else min(size, left))
    self.at += len(data)
    if self.at == self.size and self.size & 1:
      self.at += len(self.file.read(1))
    return data

  def skip(self):
    """Go behind the part."""
    if self.offset is not None:
      try:
        left = self.size - self.at + (self.size & 1)
        self.file.seek(left, 1)
        self.at += left
        return
      except OSError:
        pass
    while self.at < self.size:
      if not self.read(8192):
        raise EOFError


class _Sound:
  """What readers and writers share: a file that is closed if it was opened here."""

  _mode = None

  def __init__(self, f):
    self._own_file = None
    if isinstance(f, str):
      f = self._own_file = builtins.open(f, self._mode)
    try:
      self.initfp(f)
    except BaseException:
      if self._own_file:
        f.close()
      raise

  def __del__(self):
    if hasattr(self, "_own_file"):
      self.close()

  def __enter__(self):
    return self

  def __exit__(self, *args):
    self.close()

  def _forget_file(self):
    self._file = None
    file, self._own_file = self._own_file, None
    if file:
      file.close()

  def getcomptype(self):
    """The kind of compression: "NONE"."""
    return self._comptype

  def getcompname(self):
    """The kind of compression in words."""
    return self._compname

  def getmarkers(self):
    """There are no marks."""
    return None

  def getmark(self, id):
    raise Error("no marks")


class Wave_read(_Sound):
  """A sound that is read."""

  _mode = "rb"

  def initfp(self, file):
    self._soundpos = 0
    self._file = _Chunk(file)
    if self._file.name != b"RIFF":
      raise Error("file does not start with RIFF id")
    if self._file.read(4) != b"WAVE":
      raise Error("not a WAVE file")
    has_format, self._data = False, None
    self._seek_needed = False
    while self._data is None:
      try:
        chunk = _Chunk(self._file)
      except EOFError:
        break
      if chunk.name == b"fmt ":
        self._read_format(chunk)
        has_format = True
      elif chunk.name == b"data":
        if not has_format:
          raise Error("data chunk before fmt chunk")
        self._data = chunk
        self._nframes = chunk.size // self._framesize
        break
      chunk.skip()
    if self._data is None:
      raise Error("fmt chunk and/or data chunk missing")

  def _read_format(self, chunk):
    fields = chunk.read(14)
    if len(fields) < 14:
      raise EOFError
    kind, self._nchannels, self._framerate, _, _ = struct.unpack("<HHLLH", fields)
    if kind != WAVE_FORMAT_PCM:
      raise Error(f"unknown format: {kind!r}")
    bits = chunk.read(2)
    if len(bits) < 2:
      raise EOFError
    self._sampwidth = (int.from_bytes(bits, "little") + 7) // 8
    if not self._sampwidth:
      raise Error("bad sample width")
    if not self._nchannels:
      raise Error("bad # of channels")
    self._framesize = self._nchannels * self._sampwidth
    self._comptype = "NONE"
    self._compname = "not compressed"

  def getfp(self):
    return self._file

  def close(self):
    """Close the file, if it was opened here."""
    self._forget_file()

  def rewind(self):
    """Go to the first frame."""
    self._seek_needed = True
    self._soundpos = 0

  def tell(self):
    """The number of the next frame."""
    return self._soundpos

  def setpos(self, pos):
    """Go to a frame."""
    if pos < 0 or pos > self._nframes:
      raise Error("position not in range")
    self._soundpos = pos
    self._seek_needed = True

  def getnchannels(self):
    """1 for mono, 2 for stereo."""
    return self._nchannels

  def getnframes(self):
    """The number of frames."""
    return self._nframes

  def getsampwidth(self):
    """The bytes of a sample."""
    return self._sampwidth

  def getframerate(self):
    """The frames of a second."""
    return self._framerate

  def getparams(self):
    """All parameters as a named tuple."""
    return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

  def readframes(self, nframes):
    """At most so many frames as bytes."""
    if self._seek_needed:
      self._data.seek(self._soundpos * self._framesize)
      self._seek_needed = False
    if nframes == 0:
      return b""
    data = self._data.read(nframes * self._framesize)
    self._soundpos += len(data) // self._framesize
    return data


class Wave_write(_Sound):
  """A sound that is written; its parameters are set before its first frames."""

  _mode = "wb"

  def initfp(self, file):
    self._file = file
    self._nchannels = self._sampwidth = self._framerate = self._nframes = 0
    self._frames_written = self._bytes_written = self._bytes_told = 0
    self._header_written = False

  def close(self):
    """Correct the sizes in the file, and close it if it was opened here."""
    try:
      if self._file:
        self._write_header_once(0)
        self._correct_sizes()
        self._file.flush()
    finally:
      self._forget_file()

  def _check_unwritten(self):
    if self._bytes_written:
      raise Error("cannot change parameters after starting to write")

  def setnchannels(self, nchannels):
    """Set the number of channels."""
    self._check_unwritten()
    if nchannels < 1:
      raise Error("bad # of channels")
    self._nchannels = nchannels

  def getnchannels(self):
    if not self._nchannels:
      raise Error("number of channels not set")
    return self._nchannels

  def setsampwidth(self, sampwidth):
    """Set the bytes of a sample."""
    self._check_unwritten()
    if sampwidth < 1 or sampwidth > 4:
      raise Error("bad sample width")
    self._sampwidth = sampwidth

  def getsampwidth(self):
    if not self._sampwidth:
      raise Error("sample width not set")
    return self._sampwidth

  def setframerate(self, framerate):
    """Set the frames of a second."""
    self._check_unwritten()
    if framerate <= 0:
      raise Error("bad frame rate")
    self._framerate = int(round(framerate))

  def getframerate(self):
    if not self._framerate:
      raise Error("frame rate not set")
    return self._framerate

  def setnframes(self, nframes):
    """Tell the number of frames that will come; it is corrected at the end."""
    self._check_unwritten()
    self._nframes = nframes

  def getnframes(self):
    """The number of frames written."""
    return self._frames_written

  def setcomptype(self, comptype, compname):
    """Set the kind of compression: "NONE"."""
    self._check_unwritten()
    if comptype != "NONE":
      raise Error("unsupported compression type")
    self._comptype = comptype
    self._compname = compname

  def setparams(self, params):
    """Set all parameters."""
    nchannels, sampwidth, framerate, nframes, comptype, compname = params
    self._check_unwritten()
    self.setnchannels(nchannels)
    self.setsampwidth(sampwidth)
    self.setframerate(framerate)
    self.setnframes(nframes)
    self.setcomptype(comptype, compname)

  def getparams(self):
    """All parameters as a named tuple."""
    if not self._nchannels or not self._sampwidth or not self._framerate:
      raise Error("not all parameters set")
    return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

  def setmark(self, id, pos, name):
    raise Error("setmark() not supported")

  def tell(self):
    """The number of frames written."""
    return self._frames_written

  def writeframesraw(self, data):
    """Write frames without correcting the sizes in the file."""
    if not isinstance(data, (bytes, bytearray)):
      data = memoryview(data).cast("B")
    self._write_header_once(len(data))
    self._file.write(data)
    self._bytes_written += len(data)
    self._frames_written += len(data) // (self._sampwidth * self._nchannels)

  def writeframes(self, data):
    """Write frames and correct the sizes in the file."""
    self.writeframesraw(data)
    self._correct_sizes()

  def _write_header_once(self, size):
    if self._header_written:
      return
    for value, name in ((self._nchannels, "# channels"), (self._sampwidth, "sample width"), (self._framerate, "sampling rate")):
      if not value:
        raise Error(f"{name} not specified")
    frame = self._nchannels * self._sampwidth
    self._file.write(b"RIFF")
    self._nframes = self._nframes or size // frame
    self._bytes_told = self._nframes * frame
    try:
      self._form_size_at = self._file.tell()
    except (AttributeError, OSError):
      self._form_size_at = None
    self._file.write(struct.pack("<L4s4sLHHLLHH4s", 36 + self._bytes_told, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels, self._framerate,
                                 self._framerate * frame, frame, self._sampwidth * 8, b"data"))
    if self._form_size_at is not None:
      self._data_size_at = self._file.tell()
    self._file.write(struct.pack("<L", self._bytes_told))
    self._header_written = True

  def _correct_sizes(self):
    if self._bytes_told == self._bytes_written:
      return
    here = self._file.tell()
    for place, size in ((self._form_size_at, 36 + self._bytes_written), (self._data_size_at, self._bytes_written)):
      self._file.seek(place, 0)
      self._file.write(struct.pack("<L", size))
    self._file.seek(here, 0)
    self._bytes_told = self._bytes_written


def open(f, mode=None):
  """A Wave_read for "rb", a Wave_write for "wb", of a name or an open file."""
  if mode is None:
    mode = getattr(f, "mode", "rb")
  if mode in ("r", "rb"):
    return Wave_read(f)
  if mode in ("w", "wb"):
    return Wave_write(f)
  raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
