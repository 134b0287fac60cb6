"""Bytes as hexadecimal digits."""
import binascii

from encodings._bytes_to_bytes import make_entry


def getregentry():
  return make_entry('hex', binascii.b2a_hex, binascii.a2b_hex)
