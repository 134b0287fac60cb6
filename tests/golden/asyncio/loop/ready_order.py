# Descriptors that are ready at once are told in the order in which they became ready or were registered.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    pairs = [socket.socketpair() for _ in range(6)]
    out = []
    done = asyncio.Event()
    def ready(i):
        out.append(i); pairs[i][0].recv(10)
        if len(out) == 6: done.set()
    for i in (3,1,5,0,4,2):
        pairs[i][0].setblocking(False)
        loop.add_reader(pairs[i][0], ready, i)
    await asyncio.sleep(0.01)
    for i in (2,4,0,5,1,3): pairs[i][1].send(b'x')
    await done.wait()
    print(out)
    for i in range(6): loop.remove_reader(pairs[i][0])
    out.clear(); done.clear()
    def w(i):
        out.append(('w',i)); loop.remove_writer(pairs[i][0])
        if len(out) == 6: done.set()
    for i in (3,1,5,0,4,2): loop.add_writer(pairs[i][0], w, i)
    await done.wait()
    print(out)
    out.clear(); done.clear()
    def rw(k,i):
        out.append((k,i))
        if k=='r': pairs[i][0].recv(10); loop.remove_reader(pairs[i][0])
        else: loop.remove_writer(pairs[i][0])
        if len(out) == 12: done.set()
    for i in (3,1,5,0,4,2):
        loop.add_writer(pairs[i][0], rw, 'w', i)
        loop.add_reader(pairs[i][0], rw, 'r', i)
    for i in (5,4,1,2,3,0): pairs[i][1].send(b'x')
    await done.wait()
    print(out)
asyncio.run(main())
