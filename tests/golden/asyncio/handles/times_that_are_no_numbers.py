# A time is compared with those of other timers.
import asyncio
loop = asyncio.new_event_loop()
loop.call_later(100, print)
for method, time in ((loop.call_at, "noon"), (loop.call_later, 1j)):
    try:
        method(time, print)
    except TypeError as e:
        print(e)
for time in ("1", None, [], b""):
    try:
        loop.call_later(time, print)
    except TypeError as e:
        print(e)
loop.close()
