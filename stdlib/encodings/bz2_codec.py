"""Bytes compressed by bzip2."""
import bz2

from encodings._bytes_to_bytes import make_entry


def getregentry():
  return make_entry('bz2', bz2.compress, bz2.decompress)
