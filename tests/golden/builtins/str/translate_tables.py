# str.translate(): answers of every kind, in texts that are longer than a piece.
class Asked(dict):
  def __missing__(self, key):
    asked.append(chr(key))
    raise LookupError
asked = []
table = str.maketrans("abc", "xyz", "d")
table.update({ord("e"): "long text", ord("f"): "é", ord("g"): 0x1f600, ord("h"): "", ord("é"): "E", ord("i"): None})
for text in ("", "abcdefghi", "no change at: all", "é€😀 abc", "a" * 255 + "d", "a" * 256 + "e", "abcd" * 100 + "f" + "abcd" * 100, "z" * 300 + "é" * 3):
  expected = "".join(chr(to) if isinstance(to := table.get(ord(c), c), int) else to or "" for c in text)
  assert text.translate(table) == expected, text
print("abcdefghi é".translate(table), ascii("gg".translate(table)))
print("banana split".translate(Asked({97: "A"})), asked)
print("abc".translate("0123" * 30), "abc".translate([None] * 98 + ["B", 67]))
for wrong in ({97: -1}, {97: 1.5}, {97: 0x110000}, 5):
  try: print("a".translate(wrong))
  except (TypeError, ValueError) as error: print(type(error).__name__, error)
