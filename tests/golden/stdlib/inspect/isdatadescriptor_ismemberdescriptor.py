# Ordinary use, mistakes and corners of inspect: isdatadescriptor, ismemberdescriptor, ismethodwrapper, getsource.
import inspect, types

class Data:
    __slots__ = ('slot', 'other')
    def meth(self, a, /, b, *args, c=1, **kw):
        """doc"""
        return a
    @property
    def prop(self): return 1
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass

class D2:
    def __get__(self, o, t=None): return 5
    def __set__(self, o, v): pass
class D3:
    def __get__(self, o, t=None): return 5

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for name, o in [('property', Data.__dict__['prop']), ('slot', Data.__dict__['slot']), ('D2', D2()), ('D3', D3()),
                ('func', Data.meth), ('cm', Data.__dict__['cm']), ('wrapper', [].__len__), ('slotw', list.__len__), ('int', 3),
                ('class D2', D2), ('builtin', len), ('str.upper', str.upper), ('bound', 'a'.upper),]:
    print(f'{name:10}', *[int(f(o)) for f in (inspect.isdatadescriptor, inspect.ismemberdescriptor, inspect.ismethodwrapper,
          inspect.isgetsetdescriptor, inspect.ismethoddescriptor, inspect.isroutine, inspect.isbuiltin)][:3])
print(inspect.getsource(Data.meth))
print(inspect.getsource(D3))
sq = lambda x: x * x
print(inspect.getsource(sq))
print(inspect.getsourcelines(err))
sig = inspect.signature(Data.meth)
for p in sig.parameters.values():
    print(p.name, p.kind, int(p.kind), p.kind.description, p.default is inspect.Parameter.empty, str(p), repr(p))
print(sorted([p.kind for p in sig.parameters.values()], reverse=True)[0].name)
print(sig)
err(inspect.getsource, len)
err(inspect.getsource, 5)
err(inspect.getsource, list)
err(inspect.getsource, types)if 0 else None
ns = {}
exec('def f(): pass', ns)
err(inspect.getsource, ns['f'])
err(inspect.Parameter, 'a b', inspect.Parameter.KEYWORD_ONLY)
err(inspect.Parameter, 'a', 7)
err(inspect.Parameter, 'a', inspect.Parameter.VAR_KEYWORD, default=3)
err(inspect.Parameter, 5, inspect.Parameter.KEYWORD_ONLY)
err(inspect.Parameter, 'def', inspect.Parameter.KEYWORD_ONLY)
err(inspect.Parameter, 'x')
p = inspect.Parameter('x', inspect.Parameter.POSITIONAL_ONLY, annotation=int)
print(p, repr(p), p.replace(name='y', default=2), p == p.replace(), hash(p) == hash(p.replace()))
err(p.replace, foo=1)
err(setattr, p, 'kind', 3)
err(inspect.signature, 5)
err(inspect.Signature, [inspect.Parameter('b', 3), inspect.Parameter('a', 0)])
err(inspect.Signature, [inspect.Parameter('a', 1, default=1), inspect.Parameter('b', 1)])
err(inspect.Signature, [inspect.Parameter('a', 1), inspect.Parameter('a', 1)])
