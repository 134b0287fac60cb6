# Messages about objects of native classes name the class with its module.
import csv
import io
import pickle
import queue
import select
import zlib

for value in (zlib.compressobj(), zlib.decompressobj(), csv.reader([]), csv.reader([]).dialect, select.poll(), select.epoll(), queue.SimpleQueue(),
              pickle.Pickler(io.BytesIO()), pickle.Unpickler(io.BytesIO())):
  for action in (lambda: value.missing, lambda: value + 1, lambda: len(value), lambda: value(1), lambda: int(value), lambda: value < 1, lambda: b"".join([value])):
    try:
      action()
    except (AttributeError, TypeError) as error:
      print(type(error).__name__, error)
