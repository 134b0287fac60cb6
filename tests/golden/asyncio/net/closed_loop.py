# A closed loop refuses; what was registered is gone.
import asyncio, socket
loop = asyncio.new_event_loop()
a, b = socket.socketpair()
a.setblocking(False)
loop.add_reader(a, print)
loop.close()
for f, args in ((loop.add_reader, (a, print)), (loop.remove_reader, (a,)), (loop.add_writer, (a, print)), (loop.remove_writer, (a,))):
    try:
        print(f(*args))
    except RuntimeError as e:
        print(e)
try:
    loop.run_until_complete(None)
except RuntimeError as e:
    print(e)
loop = asyncio.new_event_loop()
async def make():
    return await loop.create_connection(asyncio.Protocol, sock=a)
t, p = loop.run_until_complete(make())
loop.close()
try:
    t.close()
except RuntimeError as e:
    print(e)
a.close(); b.close()
print("end")
