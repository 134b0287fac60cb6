# Widths and precisions take decimal digits of any script; NUL is a code like others.
print(format('a', '\u0665')+'|', format(1, '\u0663d'), format(1.5, '.\u0663f'))
for s in ('5\0','\0'):
    for v in ('a', 1, 1.5):
        try: print(repr(format(v, s)))
        except ValueError as e: print(e)
