# Conversion methods that return an instance of a class derived from the number's type.
import math, warnings
class Count(int): pass
class Amount(float): pass
class Point(complex): pass
class Made:
    def __index__(self): return True
    def __int__(self): return Count(5)
    def __float__(self): return Amount(2.5)
    def __complex__(self): return Point(1j)
made = Made()
calls = dict(index=lambda: ['a', 'b'][made], hex=lambda: hex(made), int=lambda: int(made), float=lambda: float(made), complex=lambda: complex(made),
             sqrt=lambda: math.sqrt(made), percent=lambda: '%d %x %.1f' % (made, made, made), times=lambda: 'ab' * made, truth=lambda: bool(NotImplemented))
for name, call in calls.items():
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        value = call()
    print(name, repr(value), type(value).__name__)
    for one in told: print('   ', one.category.__name__, one.message)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for name, call in calls.items():
        try: print(name, call())
        except DeprecationWarning as error: print(name, 'refused:', str(error)[:40])
print(int(Count(1)), float(Amount(1)), complex(Point(1)), [0][False])
