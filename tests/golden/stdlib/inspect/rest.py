# Functions of inspect that the other tests do not use: rest.
import inspect, ast, sys, os

class K:
    """doc"""
    def m(self, a, *b, c=1, **d): return sys._getframe()
def free(x):
    y = len
    def inner(): return x, y, print, undefined_global
    return inner
cv = inspect.getclosurevars(free(1)); print(type(cv).__name__, isinstance(cv, inspect.ClosureVars), cv.nonlocals["x"], sorted(cv.builtins), cv.unbound)
spec = inspect.getfullargspec(K.m); print(spec, isinstance(spec, inspect.FullArgSpec)); print(inspect.getargs(K.m.__code__))
frame = K().m(1, 2, c=3); info = inspect.getargvalues(frame); print(isinstance(info, inspect.ArgInfo), info.args, info.varargs, info.keywords, sorted(info.locals)); print(inspect.formatargvalues(["a"], None, None, {"a": 5}), inspect.getlineno(frame), inspect.getframeinfo(frame).function, type(inspect.stack()[0]).__name__, isinstance(inspect.stack()[0], inspect.FrameInfo))
bound = inspect.signature(K.m).bind(1, 2, 3, z=4); print(bound, isinstance(bound, inspect.BoundArguments), bound.args, bound.kwargs, bound.arguments, bound.apply_defaults(), bound.arguments["c"], bound.signature == inspect.signature(K.m), bound == inspect.signature(K.m).bind(1, 2, 3, z=4))
for args, kw in (((), {}), ((1,), {"self": 2}), ((1, 2), {"a": 3})):
    try: print(inspect.signature(K.m).bind(*args, **kw))
    except TypeError as e: print(e)
print(inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.formatannotationrelativeto(K)(K), inspect.formatannotationrelativeto(5)(K), inspect.walktree([(object, ()), [(K, (object,))]], {}, None) if 0 else inspect.getclasstree([K, bool]))
print(inspect.getblock(["def f():\n", "    return 1\n", "\n", "x = 2\n"]), inspect.getblock(["x = 1\n", "y\n"]))
print(inspect.walktree([K, bool], {K: [], bool: [], int: [bool]}, int))
