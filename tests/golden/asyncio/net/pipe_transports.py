# Pipes as transports: order of events, the end, a broken pipe.
import asyncio, os
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
class Reader(asyncio.Protocol):
    def __init__(self, name, done):
        self.name, self.done = name, done
    def connection_made(self, transport):
        print(self.name, "made", type(transport).__name__)
    def data_received(self, data):
        print(self.name, "data", data)
    def eof_received(self):
        print(self.name, "eof")
    def connection_lost(self, exc):
        print(self.name, "lost", repr(exc))
        self.done.set_result(None)
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    rd, wd = loop.create_future(), loop.create_future()
    rt, rp = await loop.connect_read_pipe(lambda: Reader("reader", rd), os.fdopen(r, "rb", 0))
    wt, wp = await loop.connect_write_pipe(lambda: Reader("writer", wd), os.fdopen(w, "wb", 0))
    print(wt.can_write_eof(), wt.get_write_buffer_limits(), rt.is_reading(), wt.is_closing())
    wt.write(b"hello")
    wt.write(b"")
    await settle()
    rt.pause_reading()
    wt.writelines([b"a", b"b"])
    await settle()
    print("paused", rt.is_reading())
    rt.resume_reading()
    await settle()
    wt.write_eof()
    await wd
    await rd
    # the reading end goes away
    r, w = os.pipe()
    wd = loop.create_future()
    wt, wp = await loop.connect_write_pipe(lambda: Reader("writer", wd), os.fdopen(w, "wb", 0))
    wt.write(b"x" * 100000)
    print(wt.get_write_buffer_size() > 0)
    os.close(r)
    await wd
    with open(__file__, "rb") as f:
        for connect in (loop.connect_read_pipe, loop.connect_write_pipe):
            try:
                await connect(lambda: Reader("f", None), f)
            except ValueError as e:
                print(e)
asyncio.run(main())
