# select, poll, epoll and selectors.
import select, selectors, socket
a, b = socket.socketpair()
print(select.select([a], [a], [], 0) == ([], [a], []))
b.send(b"x")
print(select.select([a, b], [], [a], 1) == ([a], [], []))
for args in (([], [], [], "x"), ([], [], [], -1), (["x"], [], []), ([-1], [], [], 0), (5, [], []), ([99999], [], [], 0)):
    try:
        print(select.select(*args))
    except Exception as e:
        print(type(e).__name__, e)
p = select.poll()
p.register(a, select.POLLIN)
p.register(b.fileno())
print([(fd == a.fileno(), ev) for fd, ev in sorted(p.poll(0))])
p.modify(b, select.POLLIN)
print(len(p.poll(0)), p.poll(-1)[0][1])
p.unregister(a)
print(p.poll(0))
for f, args in ((p.unregister, (a,)), (p.modify, (a, 1)), (p.register, (a, -1)), (p.register, (a, 70000)), (p.register, ("x",))):
    try:
        f(*args)
    except Exception as e:
        print(type(e).__name__, str(e)[:20] if isinstance(e, KeyError) else e)
with select.epoll() as ep:
    ep.register(a, select.EPOLLIN)
    print(len(ep.poll(0)), ep.poll(1, 1)[0][1], ep.closed)
    try:
        ep.register(a)
    except OSError as e:
        print(e)
print(ep.closed)
for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector, selectors.DefaultSelector):
    with cls() as sel:
        key = sel.register(a, selectors.EVENT_READ | selectors.EVENT_WRITE, "data")
        print(key.fileobj is a, key.events, key.data, len(sel.get_map()))
        print([(k.data, e) for k, e in sel.select(0)])
        sel.modify(a, selectors.EVENT_WRITE, "other")
        print([(k.data, e) for k, e in sel.select(0)], sel.get_key(a).data)
        for f, args in ((sel.register, (a, 1)), (sel.register, (b, 0)), (sel.register, ("x", 1)), (sel.register, (-1, 1)), (sel.unregister, (b,)), (sel.get_key, (b,))):
            try:
                f(*args)
            except Exception as e:
                print(type(e).__name__, str(e).split("fd=")[0][:20])
        sel.unregister(a)
        print(sel.select(0))
    print(sel.get_map())
