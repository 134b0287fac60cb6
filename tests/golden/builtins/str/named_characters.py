# "\N{NAME}" in text literals and f-strings, and the errors of names that are unknown

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

print('\N{BULLET} \N{bullet} \N{LATIN SMALL LETTER E WITH ACUTE} \N{CJK UNIFIED IDEOGRAPH-4E00} \N{HANGUL SYLLABLE GA}')
print(f'{1}\N{EN DASH}{2}', f'{5:\N{BULLET}>4}', f'\N{LEFT CURLY BRACKET}{{}}', ascii('\N{LF}\N{VARIATION SELECTOR-17}'))
print(b'\N{BULLET}', r'\N{BULLET}', len('\N{GRINNING FACE}'))
for source in [r'"\N{nope}"', r'"\N{}"', r'"\N"', r'"\N{BULLET"', r'"\N BULLET"', r'f"\N{nope}"', r'"é\N{nope}"', r'"\N{KEYCAP DIGIT ONE}"', r'"\N{SPACE }"']:
  try:
    eval(source)
  except SyntaxError as error:
    print(source, error.msg)
