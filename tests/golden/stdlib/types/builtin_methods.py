# Functions and bound methods of built-in types are of one type.
import inspect
import types

print(types.BuiltinFunctionType is types.BuiltinMethodType, type([].append) is type(len))
for function in (len, [].append, dict.fromkeys, int.from_bytes, str.maketrans, object.__new__, {}.get):
    print(function.__qualname__, isinstance(function, types.BuiltinFunctionType), inspect.isbuiltin(function), inspect.ismethod(function))
items = []
print(items.append == items.append, items.append == [].append, len == len, len == items.append, items.append in {items.append: 1})
