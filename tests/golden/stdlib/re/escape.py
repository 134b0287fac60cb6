# escape() makes a pattern that matches the text itself.
import re

print(re.escape("a.b*c"), re.escape("1 + 2 = 3\n"), re.escape(b"[x]-{y}"), re.escape("é_!%"), re.escape(""))
text = "".join(map(chr, range(300)))
print(re.fullmatch(re.escape(text), text) is not None, re.match(re.escape(text.encode()), text.encode()) is not None)
