# unicodedata.normalize() and is_normalized() in the four forms
import unicodedata

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for text in ['', 'abc', 'é', 'e\u0301', 'ﬁ①', '가각', '\u1100\u1161\u11a8', '\u0344', '\u2126', 'a\u0323\u0307', 'a\u0307\u0323', '\ufb2c', 'ǆ', '\ud800e\u0301', '\u0f73']:
  for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, ascii(text), ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))
attempt('form', lambda: unicodedata.normalize('nfc', 'é'))
attempt('form of nothing', lambda: unicodedata.normalize('XYZ', 'a'))
attempt('types', lambda: unicodedata.normalize('NFC', 1))
attempt('types', lambda: unicodedata.is_normalized(1, 'a'))
attempt('count', lambda: unicodedata.normalize('NFC'))

# A syllable takes a final consonant, of which U+11A8 is the first: the character before it is none, nor is the one after the last.
for last in "\u11a7", "\u11a8", "\u11c2", "\u11c3":
  print(ascii(unicodedata.normalize("NFC", "\u1100\u1175" + last + "\u1100\u1161")))
