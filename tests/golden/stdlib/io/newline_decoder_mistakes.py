# IncrementalNewlineDecoder: line ends across pieces, states, what is refused.
import codecs
import io


def tried(action, *arguments, **named):
  try:
    print(repr(action(*arguments, **named)))
  except (ValueError, TypeError, AttributeError) as error:
    print(type(error).__name__, error)


for decoder, translate in ((None, True), (None, False), (codecs.getincrementaldecoder("utf-8")(), 1)):
  newlines = io.IncrementalNewlineDecoder(decoder, translate)
  for piece in ("a\r", "\nb\r", "c\n", "\r"):
    tried(newlines.decode, piece if decoder is None else piece.encode())
  print(newlines.newlines, newlines.getstate())
  tried(newlines.decode, "" if decoder is None else b"", final=True)
  newlines.setstate((b"", 1))
  print(newlines.getstate())
  newlines.reset()
  print(newlines.newlines, newlines.getstate())
newlines = io.IncrementalNewlineDecoder(None, True)
for wrong in (b"bytes", 5, None):
  tried(newlines.decode, wrong)
for wrong in (5, (), (b"",), [b"", 1], (b"", "x")):
  tried(newlines.setstate, wrong)
tried(newlines.decode, "a", final="x")
tried(io.IncrementalNewlineDecoder)
tried(io.IncrementalNewlineDecoder, None)
tried(io.IncrementalNewlineDecoder, None, "x")
unborn = io.IncrementalNewlineDecoder.__new__(io.IncrementalNewlineDecoder)
tried(unborn.decode, "a")
tried(unborn.getstate)
tried(unborn.reset)
