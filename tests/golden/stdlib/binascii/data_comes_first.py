# With several wrong arguments it is the data that is told of, in every function that takes data first.
import binascii
import graphlib
import quopri
import stat
import zlib

for function in (binascii.hexlify, binascii.b2a_hex, binascii.b2a_qp, binascii.a2b_qp, binascii.crc_hqx, zlib.compress, zlib.decompress,
                 zlib.crc32, zlib.adler32, quopri.encodestring, quopri.decodestring, quopri.encode, quopri.decode):
  for data in 5, None, [1]:
    for other in "wrong", [2]:
      try:
        print(function(data, other, *[other] * (function is quopri.encode)))
      except (TypeError, ValueError, AttributeError) as error:
        print(function.__name__, error)
for name in "S_IMODE", "S_IFMT", "S_ISDIR", "S_ISREG", "S_ISDOOR":
  for mode in 0o040755, True, 2.5, "rw", None:
    try:
      print(name, getattr(stat, name)(mode))
    except TypeError as error:
      print(name, error)
for graph in "", b"", 0, {}, None:
  try:
    print(list(graphlib.TopologicalSorter(graph).static_order()))
  except AttributeError as error:
    print(error)
