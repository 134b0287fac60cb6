# Assigning and deleting __dict__: ordinary instances, classes with metaclasses that mix bases, modules, exceptions, static methods.
import types


def attempt(what, *values):
    for value in values:
        try:
            what.__dict__ = value
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
        else:
            print("replaced", what.__dict__)
    try:
        del what.__dict__
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
    else:
        print("deleted", what.__dict__)


class Plain:
    pass


attempt(Plain(), {"b": 1}, None, [])
attempt(staticmethod(len), {"b": 1}, 3)


class MetaFirst(type, Plain):
    pass


class MetaLast(Plain, type):
    pass


class ByMetaFirst(metaclass=MetaFirst):
    x = 1


class ByMetaLast(metaclass=MetaLast):
    x = 2


descriptor = Plain.__dict__["__dict__"]
for cls in (Plain, ByMetaFirst, ByMetaLast):
    attempt(cls, {})
    print(type(cls.__dict__).__name__, cls.__dict__.get("x"))
    try:
        descriptor.__set__(cls, {})
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class ModuleFirst(types.ModuleType, Plain):
    pass


class ModuleLast(Plain, types.ModuleType):
    pass


for cls in (ModuleFirst, ModuleLast):
    module = cls("spam")
    attempt(module, {})
    module.__dict__["eggs"] = 3
    print(module.eggs)


class Problem(Exception, Plain):
    pass


for cls in (Exception, Problem):
    attempt(cls(), {"a": 1})
