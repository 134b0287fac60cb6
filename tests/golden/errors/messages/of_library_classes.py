# Messages about attributes of classes name built-in classes of the library with their modules.
import array
import asyncio
import collections
import contextvars
import datetime
import functools
import io
import types

for cls in (datetime.datetime, datetime.timedelta, collections.deque, functools.partial, array.array, io.StringIO, types.SimpleNamespace,
            asyncio.Task, asyncio.Future, contextvars.ContextVar, collections.Counter, asyncio.Lock, int, dict, OSError):
    try:
        cls.nope
    except AttributeError as error:
        print(error)
    try:
        cls().nope
    except (AttributeError, TypeError) as error:
        if isinstance(error, AttributeError):
            print(error)
try:
    asyncio.Task.current_task()
except AttributeError as error:
    print(error, error.name, error.obj)
