# Ignoring case by Unicode: characters whose lower cases are equal, or whose upper cases of lower cases are.
import re

for a, b in ["kK", "k\u212a", "sſ", "iİ", "iı", "ßẞ", "µμ", "σς", "\xe5\u212b", "éÉ", "жЖ", "ﬅﬆ", "\u0390\u1fd3", "ǆǅ", "ꙋᲈ", "𐐀𐐨", "ıI", "ÿŸ", "θϑ"]:
  print(ascii(a), ascii(b), bool(re.fullmatch(a, b, re.I)), bool(re.fullmatch(b, a, re.I)), bool(re.fullmatch(f"[{a}]", b, re.I)),
        bool(re.fullmatch(f"[^{a}]", b, re.I)), bool(re.fullmatch(a, b, re.I | re.A)))
print([hex(c) for c in range(0x600) if re.fullmatch("[a-z]", chr(c), re.I)][-4:], re.findall("(?i)[À-Ö]+", "àéÖö×÷"))
print(re.findall(r"(?i)(.)\1", "aA éÉ bc"), re.sub("(?i)straße", "road", "STRAßE straße"))
