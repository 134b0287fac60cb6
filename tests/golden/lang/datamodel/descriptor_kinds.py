# Data, non-data, set-only and delete-only descriptors on classes and metaclasses; properties.
class Data:
    def __get__(self, o, t=None): return ('data', o is not None, t.__name__ if t else None)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class Non:
    def __get__(self, o, t=None): return ('non', o is not None, t.__name__)
class OnlySet:
    def __set__(self, o, v): o.__dict__['os'] = v * 2
class A:
    d = Data(); n = Non(); os = OnlySet()
a = A()
a.__dict__.update(d=1, n=2)
print(a.d, a.n, A.d, A.n)
a.d = 5; del a.d
a.os = 4; print(a.os)
try: del a.os
except AttributeError as e: print(e)
del a.__dict__['os']; print(type(a.os).__name__)
class M(type):
    md = Data()
    mn = Non()
class B(metaclass=M):
    md = 'class attr'
    mn = 'class attr'
print(B.md, B.mn)
try: B().zz
except AttributeError as e: print(e)
class OnlyDel:
    def __delete__(self, o): print('od')
class C: x = OnlyDel()
c = C()
try: c.x = 1
except AttributeError as e: print(e)
del c.x
f = lambda self, x=1: (self, x)
print(f.__get__(5)(2), f.__get__(None, int) is f)
try: f.__get__(None)
except TypeError as e: print(e)
try: f.__get__()
except TypeError as e: print(e)
prop = property(lambda s: 1, doc='D')
print(prop.__doc__, prop.fset, prop.__get__(None, int) is prop)
class E:
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): del self._v
e = E(); e.v = 3; print(e.v, E.v.__doc__); del e.v
try: e.v
except AttributeError as x: print(x)
class F:
    w = property()
for s in ['F().w', 'F().w=1', 'del F().w']:
    try: exec(s)
    except AttributeError as x: print(x)
