# What stands in pickles of classes and functions whose name is also that of their module; patterns; broken pickles; buffers beside the pickle.
import array
import datetime
import io
import pickle
import re

for value in (datetime.datetime(2024, 1, 2), [datetime.datetime, datetime.date], array.array("i", [1, 2]), [array.array, array.array("b")], re.compile("a", re.I)):
  for protocol in (0, 2, 4, 5):
    text = pickle.dumps(value, protocol)
    print(protocol, text, pickle.loads(text) == value)
for broken in (b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f.", b"\x80\x04\x95\x09\0\0\0\0\0\0\0.", b"P1\n.", b"Q."):
  try:
    pickle.loads(broken)
  except pickle.UnpicklingError as error:
    print(error)
beside = []
text = pickle.dumps([pickle.PickleBuffer(b"fixed"), pickle.PickleBuffer(bytearray(b"open"))], 5, buffer_callback=beside.append)
print(text, [bytes(buffer) for buffer in beside], [memoryview(buffer).readonly for buffer in beside])
print([bytes(part) for part in pickle.loads(text, buffers=beside)])
beside[0].release()
pickler = pickle.Pickler(io.BytesIO(), 4)
print(pickler.bin, pickler.fast)
