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
