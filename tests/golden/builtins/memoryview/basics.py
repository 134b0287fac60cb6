# memoryview shares the bytes it looks at.
a = bytearray(b"abcdef")
m = memoryview(a)
print(m[0], bytes(m[1:3]), len(m), m.readonly, m.tobytes(), m.tolist()[:2], m == b"abcdef", m.nbytes, m.format, m.itemsize)
m[0] = 65
m[1:3] = b"XY"
print(a, memoryview(b"x").readonly, bytes(m[::-1]))
for f in (lambda: memoryview(b"a").__setitem__(0, 1), lambda: memoryview(5), lambda: m[10], lambda: a.append(1)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
m.release()
a.append(1)
print(len(a))
