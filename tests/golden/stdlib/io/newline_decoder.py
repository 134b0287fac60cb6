# Ends of lines in text that comes in pieces.
import codecs
import io

for translate in (True, False):
  decoder = io.IncrementalNewlineDecoder(None, translate)
  print([decoder.decode(piece) for piece in ("a\r", "\nb\r", "c\n", "", "d\r\n\r")], decoder.newlines, decoder.getstate(), [decoder.decode("", final=True)], decoder.newlines)
  decoder.reset()
  print(decoder.newlines, decoder.decode("x\ny"), decoder.newlines)
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), True)
print([decoder.decode(piece) for piece in (b"\xc3", b"\xa4\r", b"\n\r", b"z")], decoder.newlines)
decoder.decode(b"\xc3")
state = decoder.getstate()
print(state, decoder.decode(b"\xa4"), decoder.setstate(state), decoder.decode(b"\xb6"))
