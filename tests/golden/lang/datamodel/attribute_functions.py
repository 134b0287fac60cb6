# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and the errors of the attribute functions.
class A:
    x = 1
    def __getattr__(self, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(f'no {n}', name=n, obj=self)
    def __setattr__(self, n, v):
        print('set', n); object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n); super().__delattr__(n)
    def __dir__(self): return ['z', 'a']
a = A()
print(a.dyn1, a.x, hasattr(a, 'q'), getattr(a, 'q', 5), dir(a))
a.k = 1; del a.k
try: del a.k
except AttributeError as e: print(e, e.name)
try: a.zzz
except AttributeError as e: print(e, e.name, e.obj is a)
class B:
    def __getattribute__(self, n):
        if n == 'boom': raise AttributeError('from ga')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fallback ' + n
b = B()
print(b.boom, b.other, b.__class__.__name__)
class C:
    @property
    def p(self): raise AttributeError('inside p')
    def __getattr__(self, n): return 'ga:' + n
print(C().p)
class D:
    def __dir__(self): return 5
try: dir(D())
except TypeError as e: print(e)
for f in [lambda: getattr(1), lambda: getattr(1, 2), lambda: setattr(1, 'a', 2), lambda: delattr(1, 'real'), lambda: hasattr(1, 2), lambda: setattr(object(), 'x', 1), lambda: (1).real.foo, lambda: int.foo, lambda: setattr(int,'x',1), lambda: delattr(int,'x'), lambda: None.foo, lambda: a.__class__.foo, lambda: [].appendd, lambda: 'x'.uper]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# Names of a class derived from str stay what they are.
from enum import Enum
class Field(str, Enum):
    NAME = 'name'
    SIZE = 'size'
class Record:
    def __getattr__(self, name): return f'no {name!r}'
record = Record()
setattr(record, Field.NAME, 'Ann')
record.size = 3
setattr(record, Field.SIZE, 4)
print(vars(record), record.name, getattr(record, Field.NAME), getattr(record, 'size'), hasattr(record, 'name'))
delattr(record, 'name')
print(vars(record), record.name, getattr(record, Field.NAME))
setattr(Record, Field.NAME, 'of the class')
print(record.name, [type(key).__name__ for key in vars(Record) if key == 'name'])
class Watching:
    def __setattr__(self, name, value):
        print('set', repr(name)); object.__setattr__(self, name, value)
    def __getattribute__(self, name):
        print('get', repr(name)); return object.__getattribute__(self, name)
watching = Watching()
setattr(watching, Field.SIZE, 1)
print(getattr(watching, Field.SIZE), watching.size)
