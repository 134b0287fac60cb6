# Functions of typing that the other tests do not use: markers.
from typing import *
import typing, types, warnings

P = ParamSpec("P")
print(P.args, P.kwargs, type(P.args).__name__, isinstance(P.args, ParamSpecArgs), isinstance(P.kwargs, ParamSpecKwargs), P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs)
print(typing.reveal_type(5) + 1)

@no_type_check_decorator
def deco(f):
    return f
@deco
def f(x: "not a type"): pass
print(get_type_hints(f), f.__no_type_check__)
for make in (lambda: ParamSpecArgs(), lambda: ParamSpec(), lambda: ParamSpec("P", bound=5), lambda: class_of_args(), lambda: P[int]):
    try:
        print(make())
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)

async def agen(): yield
async def co(): pass
def outer():
    x = 1
    def inner(): return x
    return inner
c, g = co(), agen()
print(types.CoroutineType is type(c), types.AsyncGeneratorType is type(g), types.CellType is type(outer().__closure__[0]), types.EllipsisType is type(...), types.NotImplementedType is type(NotImplemented), types.UnionType is type(int | str), types.LambdaType is types.FunctionType)
c.close()
for kind, value in [(types.ClassMethodDescriptorType, dict.__dict__["fromkeys"]), (types.MethodDescriptorType, str.join), (types.WrapperDescriptorType, object.__init__), (types.MethodWrapperType, "".__str__), (types.GetSetDescriptorType, types.FunctionType.__code__)]:
    print(kind.__name__, isinstance(value, kind))
class Slots: __slots__ = ("a",)
print(isinstance(Slots.a, types.MemberDescriptorType), types.CellType(5).cell_contents)
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): return {"prepared": (name, kw)}
print(types.prepare_class("X", (), {"metaclass": Meta, "flag": 1}), types.prepare_class("Y"))
class Entry:
    def __mro_entries__(self, bases): return (int,)
print(types.resolve_bases((Entry(), str)), types.resolve_bases((list,)), types.new_class("Z", (Entry(),), {}, lambda ns: ns.update(k=1)).__orig_bases__[0].__class__.__name__)
class D:
    @types.DynamicClassAttribute
    def name(self): return "instance"
    @name.setter
    def name(self, value): print("set", value)
d = D(); print(d.name); d.name = 3
try: D.name
except AttributeError as e: print(type(e).__name__, e)
