# Numbers that no descriptor has.
import asyncio

loop = asyncio.new_event_loop()
for descriptor in (-1, 10**10, 10**30, None, "0", 1.0):
    for method in (loop.add_reader, loop.add_writer):
        try:
            method(descriptor, print)
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
loop.close()
