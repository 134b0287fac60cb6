"""CodecInfo of codecs between bytes and bytes, from two functions."""
import codecs


def make_entry(name, encode_bytes, decode_bytes):
  def encode(input, errors='strict'):
    assert errors == 'strict'
    return encode_bytes(input), len(input)

  def decode(input, errors='strict'):
    assert errors == 'strict'
    return decode_bytes(input), len(input)

  class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
      return encode(input, errors)

    def decode(self, input, errors='strict'):
      return decode(input, errors)

  class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
      return encode(input, self.errors)[0]

  class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
      return decode(input, self.errors)[0]

  class StreamWriter(Codec, codecs.StreamWriter):
    charbuffertype = bytes

  class StreamReader(Codec, codecs.StreamReader):
    charbuffertype = bytes

  return codecs.CodecInfo(name=name, encode=encode, decode=decode, incrementalencoder=IncrementalEncoder,
                          incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader,
                          _is_text_encoding=False)
