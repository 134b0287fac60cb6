import sys
class Bad:
    def __str__(self): raise ValueError('no')
class P:
    def __str__(self): print('inner'); return 'P'
try: print('a', Bad(), 'c')
except ValueError as e: print('|', e)
print('x', P(), 'y')
class W:
    def write(self, s): sys.stdout.write(repr(s)+';')
print('a', P(), 3, file=W())
print()
print('a', 'b', sep='', end='', file=W()); print()
print(P(),P())
