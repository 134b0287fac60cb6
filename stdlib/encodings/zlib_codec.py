"""Bytes compressed by zlib."""
import zlib

from encodings._bytes_to_bytes import make_entry


def getregentry():
  return make_entry('zlib', zlib.compress, zlib.decompress)
