# UTF-8 of random text there and back, and all broken pieces of it
import random
r = random.Random(5)
pools = ["abc xyz", "abcéß", "abé€ж", "a€😀é", "\x00\x7f\x80\xff", "\u07ff\u0800\uffff\U00010000\U0010ffff"]
for pool in pools:
  for size in (0, 1, 2, 7, 8, 9, 15, 16, 17, 40, 300):
    text = "".join(r.choice(pool) for _ in range(size))
    data = text.encode()
    assert data == b"".join(c.encode() for c in text) and data.decode() == text and str(data, "utf-8") == text
    assert bytes(data).decode("utf-8", "surrogatepass") == text
    for _ in range(20 if data else 0):
      broken = bytearray(data)
      broken[r.randrange(len(broken))] = r.choice((0x80, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xff, 0x41))
      shown = bytes(broken).decode("utf-8", "replace")
      try: assert bytes(broken).decode() == shown
      except UnicodeDecodeError as error: assert "\ufffd" in shown; print(size, error)
print(ascii("\ud800é".encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")))
