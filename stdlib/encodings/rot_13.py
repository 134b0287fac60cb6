"""rot13: letters moved by half the alphabet, text to text."""
import codecs

_TABLE = str.maketrans('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 'NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm')


def _turn(input, errors='strict'):
  return str.translate(input, _TABLE), len(input)


class Codec(codecs.Codec):
  def encode(self, input, errors='strict'):
    return _turn(input)

  decode = encode


class IncrementalEncoder(codecs.IncrementalEncoder):
  def encode(self, input, final=False):
    return _turn(input)[0]


class IncrementalDecoder(codecs.IncrementalDecoder):
  def decode(self, input, final=False):
    return _turn(input)[0]


class StreamWriter(Codec, codecs.StreamWriter):
  pass


class StreamReader(Codec, codecs.StreamReader):
  pass


def rot13(infile, outfile):
  """Turns the text of a file into another one."""
  outfile.write(codecs.encode(infile.read(), 'rot-13'))


def getregentry():
  return codecs.CodecInfo(name='rot-13', encode=_turn, decode=_turn, incrementalencoder=IncrementalEncoder,
                          incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader,
                          _is_text_encoding=False)
