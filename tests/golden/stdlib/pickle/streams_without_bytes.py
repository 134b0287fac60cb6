# load() of a stream that gives no bytes: text, numbers, or no stream at all.
import io
import pickle


class Stream:
  def __init__(self, piece):
    self.piece = piece

  def read(self, size):
    return self.piece

  def readline(self):
    return self.piece


for stream in (io.StringIO("text"), Stream("abc"), Stream(5), Stream(None), Stream(b""), 3, io.BytesIO()):
  try:
    print(pickle.load(stream))
  except Exception as error:
    print(type(error).__name__, error)
