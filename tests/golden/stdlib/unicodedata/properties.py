# unicodedata: category, direction, width, combining class, decomposition and numbers of characters
import unicodedata

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for c in 'aA1½٣\x00\u0301(ﬁ①一가é\u0378\U0010ffff\ud800€Ⅷ兆':
  print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c),
        repr(unicodedata.decomposition(c)), unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None))
for function in (unicodedata.decimal, unicodedata.digit, unicodedata.numeric, unicodedata.category):
  for arguments in [('x',), ('ab',), (1,), ()]:
    attempt(f'{function.__name__}{arguments}', lambda: function(*arguments))
print(unicodedata.unidata_version)
