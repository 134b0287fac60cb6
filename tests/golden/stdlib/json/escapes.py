# What dumps() escapes: every kind of character at every place of short and long texts.
import json
for number in [*range(0x00, 0x100, 1), 0x100, 0x2028, 0xd800, 0xdfff, 0xfffd, 0xffff, 0x10000, 0x10ffff]:
  shown = json.dumps(chr(number)), json.dumps(chr(number), ensure_ascii=False)
  if shown != (f'"{chr(number)}"',) * 2: print(hex(number), *map(ascii, shown))
  if not 0xd800 <= number < 0xe000: assert json.loads(shown[0]) == json.loads(shown[1]) == chr(number)
for size in (0, 1, 7, 15, 16, 17, 31, 32, 33, 200, 243, 244, 245, 255, 256, 257, 600):
  for odd in ('"', "\\", "\n", "\x1f", "\x7f", "é", "€", "😀"):
    for text in ("a" * size + odd, odd + "b" * size, "c" * size + odd * 3 + "d" * size, odd * size):
      for ascii_only in (True, False):
        there = json.dumps(text, ensure_ascii=ascii_only)
        assert json.loads(there) == text
        assert there.isascii() or not ascii_only
        assert len(there) == 2 + sum(len(json.dumps(c, ensure_ascii=ascii_only)) - 2 for c in text), (size, odd)
print(json.dumps({"ключ\n": ["значение", "\"quoted\"", "tab\there"]}), json.dumps({"ключ\n": "é\\"}, ensure_ascii=False))
