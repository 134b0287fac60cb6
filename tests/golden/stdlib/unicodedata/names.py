# unicodedata: names of characters and the way back, with aliases and named sequences
import unicodedata

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for c in 'aÄ1½(\u00a0€٣ﬁ①一가힣😀\U00018b00\U0001b170\uf900\u0f39':
  name = unicodedata.name(c)
  print(ascii(c), name, unicodedata.lookup(name) == c)
for c in ('\x00', '\ud800', '\uffff', '\U00017000', '\U0010ffff'):
  attempt(ascii(c), lambda: unicodedata.name(c))
  print(unicodedata.name(c, 'unnamed'))
for name in ['bullet', 'BULLET ', 'NULL', 'LF', 'NBSP', 'BOM', 'VS17', 'LATIN CAPITAL LETTER GHA', 'KEYCAP DIGIT ONE', 'HANGUL SYLLABLE GAGG', 'HANGUL SYLLABLE GAX',
             'CJK UNIFIED IDEOGRAPH-4E00', 'cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH-FFFF', '', 'é', 'NO SUCH NAME']:
  attempt(repr(name), lambda: ascii(unicodedata.lookup(name)))
attempt('not a text', lambda: unicodedata.lookup(1))
attempt('two characters', lambda: unicodedata.name('ab'))

# Every name leads back to its character, in any case but for those that follow a rule.
wrong = 0
for number in range(0, 0x20000):
  name = unicodedata.name(chr(number), None)
  if name is None: continue
  if unicodedata.lookup(name) != chr(number): wrong += 1
  if not name.startswith(("CJK UNIFIED", "HANGUL SYLLABLE")) and unicodedata.lookup(name.lower().encode()) != chr(number): wrong += 1
print(wrong)
