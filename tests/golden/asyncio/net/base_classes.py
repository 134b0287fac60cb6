# The base classes of transports and protocols.
import asyncio
for cls in (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport, asyncio.DatagramTransport, asyncio.SubprocessTransport):
    t = cls()
    print(cls.__name__, [c.__name__ for c in cls.__mro__], cls.__module__)
    for name in ("is_closing", "close", "get_protocol", "pause_reading", "get_write_buffer_size", "write_eof", "abort", "get_pid", "is_reading", "can_write_eof"):
        if hasattr(t, name):
            try:
                getattr(t, name)()
            except NotImplementedError as e:
                print(name, "not implemented")
    print(t.get_extra_info("x"), t.get_extra_info("x", 1))
print(asyncio.Transport({"a": 1}).get_extra_info("a"))
for cls in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol, asyncio.SubprocessProtocol):
    p = cls()
    print(cls.__name__, [c.__name__ for c in cls.__mro__], cls.__slots__, p.connection_made(None), p.connection_lost(None), p.pause_writing(), p.resume_writing())
    try:
        p.x = 1
    except AttributeError as e:
        print(e)
class W(asyncio.Transport):
    def write(self, d): print("write", d)
W().writelines([b"a", b"b"])
