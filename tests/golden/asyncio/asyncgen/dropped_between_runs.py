# A generator dropped while its loop does not run is closed when it runs again.
import asyncio, gc
async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print(name, "closed")
async def begin(name):
    generator = numbers(name)
    print(name, await generator.__anext__())
    return generator
loop = asyncio.new_event_loop()
generator = loop.run_until_complete(begin("first"))
del generator
gc.collect()
print("between")
loop.run_until_complete(asyncio.sleep(0.001))
generator = loop.run_until_complete(begin("second"))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
other = asyncio.new_event_loop()
generator = other.run_until_complete(begin("left"))
other.close()
del generator
gc.collect()
print("end")


# The same with a loop whose class brings its own clock.
class Delayed(asyncio.SelectorEventLoop):
    def time(self):
        return super().time() - 1000
loop = Delayed()
generator = loop.run_until_complete(begin("delayed"))
del generator
gc.collect()
print("between")
loop.run_until_complete(asyncio.sleep(0.001))
loop.close()
