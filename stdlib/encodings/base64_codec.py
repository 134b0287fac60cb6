"""Bytes as base64 lines."""
import base64

from encodings._bytes_to_bytes import make_entry


def getregentry():
  return make_entry('base64', base64.encodebytes, base64.decodebytes)
