# bytearray can be changed in place.
a = bytearray(b"abc")
a.append(100); a.extend(b"ef"); a.insert(0, 64); a[1] = 65; a[2:4] = b"XYZ"; del a[0]
print(a, a.pop(), a.pop(0), len(a), a[0], a[1:3], bytes(a), a == b"XYZde"[:5], list(a))
a += b"!"; a *= 2; a.reverse(); a.remove(33)
print(a, a.find(b"Z"), a.upper(), a.decode(), a.copy() is a, bytearray(2), bytearray([1]), a.hex())
a.clear()
print(a)
for f in (lambda: a.append(256), lambda: a.append("a"), lambda: a.pop(), lambda: a.remove(1), lambda: hash(a), lambda: bytearray("a"), lambda: a.__setitem__(0, 1)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
