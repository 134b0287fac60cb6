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


# On an empty loop there is nothing to compare with yet: the loop fails when it comes to the timer, or another timer does.
loop = asyncio.new_event_loop()
print(loop.call_at("noon", print))
try:
    loop.call_later(1, print)
except TypeError as e:
    print(e)
for ready in (True, False):
    if ready:
        loop.call_soon(print, "never called")
    try:
        loop.run_forever()
    except TypeError as e:
        print(e)
loop.close()

loop = asyncio.new_event_loop()
timer = loop.call_at("noon", print)
timer.cancel()
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0.001))
print("a cancelled one does no harm")
loop.close()
