"""A codec that refuses everything."""
import codecs

from encodings import _classes


def _refuse(input, errors='strict', final=True):
  raise UnicodeError('undefined encoding')


def getregentry():
  return codecs.CodecInfo(name='undefined', encode=_refuse, decode=_refuse, **_classes(_refuse, _refuse))
