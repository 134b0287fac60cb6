# What can be the target of a weak reference, and what can not.
import weakref
import collections
import re

class A: pass
class List(list): pass
class Text(str): pass
class Number(int): pass
class Pair(tuple): pass
class Error(Exception): pass
values = dict(range=range(3), slice=slice(1), bytearray=bytearray(b'a'), memoryview=memoryview(b'a'), true=True, keys={}.keys(), list_iterator=iter([1]), generator=(x for x in []),
              function=lambda: 0, builtin=len, bound=[].append, wrapper=(1).__add__, module=re, property=property(), classmethod=classmethod(1), super=super(A, A()), zip=zip(),
              map=map(len, []), proxy=A.__dict__, exception=ValueError(1), own_exception=Error(), deque=collections.deque(), set={1}, frozenset=frozenset([1]),
              pattern=re.compile('a'), object=object(), none=None, alias=list[int], own_list=List(), own_text=Text('abc'), own_number=Number(2), own_pair=Pair([1]), type=A, instance=A(),
              list=[], dict={}, tuple=(1,), text='abc', float=1.5, complex=1j)
for name, value in values.items():
    try:
        weakref.ref(value)
        print(name, 'ok')
    except TypeError as error:
        print(name, error)

# Most objects of the library refuse, and their derived classes accept.
import datetime, decimal, functools, io, itertools, operator, threading
made = [datetime.date(2024, 1, 2), datetime.timedelta(1), datetime.timezone.utc, decimal.Decimal(1), itertools.count(), itertools.chain([]), operator.itemgetter(1),
        re.match('a', 'a'), functools.partial(len), io.BytesIO(), io.StringIO(), threading.Lock(), threading.RLock(), itertools.tee([])[0], collections.defaultdict()]
for value in made:
    try: print(type(value).__name__, weakref.ref(value)() is value)
    except TypeError as error: print(type(value).__name__, error)
class Date(datetime.date): pass
class Amount(decimal.Decimal): pass
for value in [Date(2024, 1, 2), Amount(5)]: print(weakref.ref(value)() is value, '__weakref__' in vars(type(value)))

# With __slots__ a class has them when a base does, or when it says so.
for base in (list, dict, str, tuple, int, set, Exception, datetime.date):
    class Plain(base): pass
    class Slotted(base): __slots__ = ()
    print(base.__name__, '__weakref__' in vars(Plain), Plain.__weakrefoffset__ != 0, Slotted.__weakrefoffset__ != 0, end=' ')
    try:
        class Asking(base): __slots__ = '__weakref__'
        print(Asking.__weakrefoffset__ != 0)
    except TypeError as error: print(error)
class Bare(list): __slots__ = ()
class Other: pass
class Both(Bare, Other): __slots__ = ()
both = Both()
print(weakref.ref(both)() is both)
try: Bare().__class__ = List
except TypeError as error: print(error)
