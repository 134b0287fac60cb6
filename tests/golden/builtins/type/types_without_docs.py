# Types and builtins that have no docstring.
import types

for cls in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.MappingProxyType, ExceptionGroup, type(None), type(...)):
    print(cls.__name__, cls.__doc__)
print(exit.__doc__, quit.__doc__, (x for x in ()).__doc__, vars(int).__doc__)
for cls in (BaseExceptionGroup, types.FunctionType, types.MethodType, types.CodeType, types.TracebackType, types.SimpleNamespace):
    print(cls.__name__, bool(cls.__doc__))
