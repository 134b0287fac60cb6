# What native functions and methods are called in profiles.
import cProfile
import collections
import io
import re
import zlib

pattern, queue, text, compressor = re.compile("a"), collections.deque(), io.StringIO(), zlib.compressobj()


def work():
  pattern.match("a")
  queue.append(1)
  text.write("a")
  compressor.compress(b"")
  "a".upper()
  zlib.crc32(b"")
  len("a")


profile = cProfile.Profile()
profile.runcall(work)
profile.create_stats()
for label in sorted(key[2] for key in profile.stats):
  print(label)
