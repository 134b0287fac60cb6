# Signatures of built-in functions, methods and classes, and of classes of a program that take theirs from them.
import inspect
import io
import itertools
import types


class Rows(list):
    pass


for thing in (sorted, len, print, pow, sum, open, str.split, dict.get, list.index, int.to_bytes, "a".split, dict.fromkeys,
              list, tuple, float, complex, enumerate, reversed, property, Rows, types.FunctionType, types.MethodType, types.ModuleType,
              itertools.count, itertools.accumulate, itertools.permutations, io.BytesIO, io.StringIO):
    print(thing.__name__, inspect.signature(thing))
for thing in (min, getattr, next, iter, vars, dir, type, int, dict, zip):
    try:
        print(inspect.signature(thing))
    except ValueError as error:
        print(error)
print(sorted.__text_signature__, str.split.__text_signature__, getattr.__text_signature__)
try:
    inspect.Parameter(inspect.Parameter.empty, inspect.Parameter.KEYWORD_ONLY)
except ValueError as error:
    print(error)
