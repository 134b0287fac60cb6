# Searching, replacing and changing the case of single bytes, at every place of short and long bytes.
for kind in (bytes, bytearray):
  for size in (0, 1, 7, 8, 15, 16, 17, 33, 300):
    every = kind(i % 256 for i in range(size))
    assert every.upper() == kind(ord(chr(c).upper()) if 97 <= c < 123 else c for c in every)
    assert every.lower() == kind(ord(chr(c).lower()) if 65 <= c < 91 else c for c in every)
    assert every.swapcase().swapcase() == every and type(every.upper()) is kind
    for byte in {*every[:1], *every[-1:], 200}:
      one = bytes([byte])
      places = [i for i, c in enumerate(every) if c == byte]
      assert every.find(one) == (places or [-1])[0] and every.rfind(one) == (places or [-1])[-1] and every.count(one) == len(places)
      assert one.join(every.split(one)) == every and len(every.split(one)) == len(places) + 1
      assert every.replace(one, b"x") == kind(120 if c == byte else c for c in every)
      assert every.replace(one, b"x", 1) == kind(120 if i == (places or [-1])[0] else c for i, c in enumerate(every))
      assert every.replace(one, b"") == kind(c for c in every if c != byte) and every.replace(one, b"ab").count(b"ab") >= len(places)
same = bytearray(b"abc")
print(same.replace(b"z", b"y") is same, b"abc".replace(b"a", b"A", 0), b"aXbX".partition(b"X"), bytearray(b"Title CASE x").title(), b"hELLO".capitalize())
