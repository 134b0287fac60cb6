"""The charmap codec without a mapping of its own: Latin-1."""
import codecs

from encodings import _classes


def _encode(input, errors='strict', mapping=None):
  return codecs.charmap_encode(input, errors, mapping)


def _decode(input, errors='strict', mapping=None):
  return codecs.charmap_decode(input, errors, mapping if mapping not in (True, False) else None)


def getregentry():
  return codecs.CodecInfo(name='charmap', encode=_encode, decode=_decode, **_classes(_encode, _decode))
