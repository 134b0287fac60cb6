# A selector over pipes and sockets.
import os
import selectors
import socket

left, right = socket.socketpair()
reader, writer = os.pipe()
with selectors.DefaultSelector() as selector:
  key = selector.register(left, selectors.EVENT_READ | selectors.EVENT_WRITE, data="socket")
  selector.register(reader, selectors.EVENT_READ, "pipe")
  print(key.data, key.events, key.fd == left.fileno(), key.fileobj is left, len(selector.get_map()), left in selector.get_map())
  print([(k.data, events) for k, events in selector.select(0)])
  os.write(writer, b"x")
  right.send(b"y")
  print(sorted((k.data, events) for k, events in selector.select(1)))
  selector.modify(left, selectors.EVENT_READ, "only read")
  print(selector.get_key(left).data, sorted(k.data for k, _ in selector.select(0)))
  print(selector.unregister(reader).data, [k.data for k, _ in selector.select(0)])
  for call, arguments in ((selector.register, (left, 1)), (selector.unregister, (reader,)), (selector.register, (reader, 0)), (selector.register, ("x", 1)), (selector.modify, (reader, 1))):
    try:
      call(*arguments)
    except (KeyError, ValueError) as error:
      print(type(error).__name__, str(error).split(":")[0].split(" ")[0])
for end in (left, right):
  end.close()
