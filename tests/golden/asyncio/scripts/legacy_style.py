# Old style programs: get_event_loop, ensure_future, run_until_complete, call_later and stop.
import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
async def greet(name, delay): await asyncio.sleep(delay); return f"hello {name}"
f1 = asyncio.ensure_future(greet("a", 0.002), loop=loop)
f2 = loop.create_task(greet("b", 0.001))
done, pending = loop.run_until_complete(asyncio.wait([f1, f2]))
print(sorted(t.result() for t in done), pending)
def callback(n, loop):
  print("callback", n)
  if n == 0: loop.stop()
  else: loop.call_later(0.001, callback, n - 1, loop)
loop.call_soon(callback, 2, loop)
loop.run_forever()
print(loop.run_until_complete(asyncio.gather(greet("x", 0), greet("y", 0))), asyncio.get_event_loop() is loop)
fut = loop.create_future()
fut.add_done_callback(lambda f: (print("got", f.result()), loop.stop()))
loop.call_soon(fut.set_result, 42)
try: loop.run_forever()
finally: loop.close()
