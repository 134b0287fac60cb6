# Views that are dropped without release() keep no owner from changing its size; views that are held do, young and old ones.
import array
import asyncio
import gc
import io


def consume(buffer, size):
  data = bytes(memoryview(buffer)[:size])
  del buffer[:size]
  return data


def is_pinned(buffer):
  try:
    buffer += b"x"
  except BufferError as e:
    return str(e)
  return False


buffer = bytearray(range(250)) * 40
total = 0
while len(buffer) > 7:
  total += sum(consume(buffer, 7))
print(total, buffer)

target = bytearray(4)
buffer = bytearray(b"abcdefgh" * 100)
for _ in range(150):
  target[:] = memoryview(buffer)[1:5]
  del buffer[:5]
print(target, len(buffer))

held = []
for old in (False, True):
  view = memoryview(buffer)[2:4]
  part = view[1:]
  held.append([view])
  del view
  if old:
    gc.collect()
  for _ in range(3):
    bytes(memoryview(buffer)[:2])
    print(old, is_pinned(buffer), is_pinned(buffer))
  part.release()
  print(is_pinned(buffer))
  held[-1][0].release()
  print(is_pinned(buffer))
  for _ in range(3):
    consume(buffer, 1)
  print(len(buffer))

numbers = array.array("i", range(1000))
for _ in range(200):
  memoryview(numbers)[3:5].tolist()
  numbers.append(1)
  del numbers[:2]
stream = io.BytesIO(b"0123456789" * 10)
for _ in range(50):
  stream.getbuffer()[1:3].tobytes()
  stream.write(b"more than there was" * 10)
kept = stream.getbuffer()
try:
  stream.write(b"x" * 100000)
except BufferError as e:
  print(e)
with kept:
  print(len(kept))
print(len(numbers), stream.write(b"end"))


async def in_coroutine():
  for _ in range(20):
    memoryview(numbers)[3:5].tolist()
    numbers.append(1)
    await asyncio.sleep(0)
    sum(memoryview(numbers)[3:5])
    numbers.extend(numbers[:2])
  return len(numbers)


print(asyncio.run(in_coroutine()))
