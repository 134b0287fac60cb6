# Ordinary use, mistakes and corners of unicodedata: digit, decimal, mirrored.
import unicodedata as u

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

for c in '7٣²½xⅧ五㉈':
    print(ascii(c), u.digit(c, None), u.decimal(c, 'no'), u.numeric(c, -1), u.mirrored(c), u.category(c), u.bidirectional(c), u.east_asian_width(c))
err(u.digit, 'x')
err(u.digit, 'ab')
err(u.digit, '')
err(u.digit, 5)
err(u.digit)
err(u.decimal, '²')
err(u.numeric, 'q')
err(u.digit, '1', 2, 3)
print([c for c in '()<>[]{}«»∈∉≤a' if u.mirrored(c)])
err(u.mirrored, 'ab')
err(u.mirrored, 1)
err(u.mirrored)
print(u.ucd_3_2_0.decimal('5') if hasattr(u, 'ucd_3_2_0') and False else u.unidata_version)
print(u.name('é'), u.name('\n', 'none'), u.lookup('LATIN SMALL LETTER E WITH ACUTE'), u.lookup('snowman'))
err(u.name, '\n')
err(u.lookup, 'NO SUCH NAME')
err(u.lookup, 5)
err(u.name, 'xx')
print(ascii(u.normalize('NFD', 'é')), ascii(u.normalize('NFKC', 'ﬁ①')), u.is_normalized('NFC', 'e\u0301'), u.is_normalized('NFD', 'e\u0301'))
err(u.normalize, 'NFX', 'a')
err(u.normalize, 'NFC', 5)
err(u.is_normalized, 'x', 'a')
print(u.combining('\u0301'), u.decomposition('é'), u.decomposition('a') == '', u.decomposition('①'))
print(u.lookup('LATIN SMALL LETTER R WITH TILDE') if False else len(u.lookup('KEYCAP DIGIT ONE') if False else 'x'))
err(u.lookup, 'HANGUL SYLLABLE GAG')
print(u.name('가'), u.name('中'), u.name('\U0001F600'), u.category('\ud800'), u.category('\U0010ffff'))
print("\N{GREEK SMALL LETTER ALPHA}", u.name("\N{BULLET}"))
print(sum(u.category(chr(c)).startswith('L') for c in range(0x250)))
print(sorted({u.bidirectional(chr(c)) for c in range(0x700)}))
err(u.combining, None)
err(u.east_asian_width, b'a')
print(u.east_asian_width('Ａ'), u.east_asian_width('中'), u.east_asian_width('ｱ'), u.east_asian_width('α'))
