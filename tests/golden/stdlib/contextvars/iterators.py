# Contexts, and what keys(), values() and items() of them return, give iterators. They have a length, which stays that of the context.
import contextvars

first, second = contextvars.ContextVar("first"), contextvars.ContextVar("second")
context = contextvars.Context()
context.run(first.set, 1)
for iterator in (iter(context), context.keys(), context.values(), context.items()):
    print(type(iterator), iter(iterator) is iterator, len(iterator))
    context.run(second.set, 2)  # not seen by it
    print(next(iterator) in (first, 1, (first, 1)), list(iterator), len(iterator))
    context = contextvars.Context()
    context.run(first.set, 1)
for attempt in (lambda: type(context.keys())(), lambda: type("Sub", (type(context.items()),), {})):
    try:
        attempt()
    except TypeError as error:
        print(error)
