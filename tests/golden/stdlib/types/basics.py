# SimpleNamespace, MappingProxyType, the types of things, coroutine.
import types
n = types.SimpleNamespace(a=1, b="x"); n.c = 3; print(n, n == types.SimpleNamespace(a=1, b="x", c=3), vars(n))
m = types.MappingProxyType({"k": 1}); print(m["k"], m, len(m))
try: m["z"] = 1
except TypeError as e: print(e)
print(isinstance(lambda: 0, types.FunctionType), isinstance((i for i in ()), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance([].append, types.BuiltinMethodType), types.NoneType is type(None))
class C:
  def m(self): return self
c = C(); b = types.MethodType(lambda self, x: (self is c, x), c); print(b(5), isinstance(c.m, types.MethodType))
mod = types.ModuleType("made", "doc"); mod.x = 1; print(mod.__name__, mod.__doc__, mod.x)
print(types.new_class("N", (int,), {}, lambda ns: ns.update(q=1)).q)
