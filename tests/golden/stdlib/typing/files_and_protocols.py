# The classes of files for annotations, protocols of the library, and forms that cannot be made.
import abc
import contextlib
import logging
import typing

for cls in (typing.IO, typing.TextIO, typing.BinaryIO):
    print(cls, sorted(name for name in dir(cls) if not name.startswith("_")), [base.__name__ for base in cls.__mro__])
print(typing.IO[str], typing.IO.write.__annotations__, typing.TextIO.buffer.fget.__annotations__)
for make in (typing.SupportsAbs, typing.SupportsRound, typing.SupportsIndex, lambda: typing.Annotated(1),
             lambda: typing.NamedTuple("N", [("a", int), ("a", int)])):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(e)
print(isinstance(3, typing.SupportsInt), isinstance("", typing.SupportsAbs), typing.SupportsAbs[int])
print(contextlib.AbstractContextManager.__mro__[1] is abc.ABC, logging.LoggerAdapter[logging.Logger], logging.StreamHandler[typing.TextIO])
try:
    abc.update_abstractmethods()
except TypeError as e:
    print(e)
print(abc.update_abstractmethods(int))
