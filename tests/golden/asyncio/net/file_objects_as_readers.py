# Objects with fileno() as readers, and unusable ones.
import asyncio, os, socket
# file descriptors 0..n, unusual objects with fileno
class F:
    def __init__(self, n): self.n = n
    def fileno(self): return self.n
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    got = loop.create_future()
    loop.add_reader(F(r), lambda: got.done() or got.set_result(os.read(r, 5)))
    os.write(w, b"abc")
    print(await got, loop.remove_reader(F(r)))
    for bad in (F("x"), F(None), F(-3), object(), "abc", 3.5, b"x"):
        for f in (lambda: loop.add_reader(bad, print), lambda: loop.remove_writer(bad)):
            try: print(f())
            except Exception as e: print(type(e).__name__, str(e).split(" object at")[0])
    os.close(r); os.close(w)
asyncio.run(main())
