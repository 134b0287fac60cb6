# How locks look, and the methods of re-entrant ones; contexts of one use say so; what concurrent.futures.wait() gives is a named tuple.
import concurrent.futures, contextlib, re, socket, threading


def show(value):
  print(re.sub(r"0x[0-9a-f]+", "ADDRESS", re.sub(str(threading.get_ident()), "ME", repr(value))))


def refused(call):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)


lock = threading.Lock()
show(lock)
with lock:
  show(lock)
again = threading.RLock()
show(again)
with again, again:
  show(again)
  print(again._is_owned(), again.acquire(False), again.acquire(timeout=1))
  again.release()
  again.release()
  other = threading.Thread(target=lambda: print(again._is_owned(), again.acquire(False), again.acquire(timeout=0.001)))
  other.start()
  other.join()
  state = again._release_save()
  show(again)
  again._acquire_restore(state)
  print(state[0])
show(threading.Condition())
show(type(again))
for call in (again.release, lambda: again.acquire(False, 1), lambda: again.acquire(True, -2), lambda: again.acquire("x", "y")):
  refused(call)


@contextlib.contextmanager
def once():
  yield


manager = once()
with manager:
  pass
refused(manager.__enter__)

future = concurrent.futures.Future()
future.set_result(1)
done, pending = waited = concurrent.futures.wait([future])
print(waited._fields, waited.done is done, len(pending))

for host in ("a" * 64 + ".org", "a..b", ".a"):
  refused(lambda: socket.getaddrinfo(host, 80))
  refused(lambda: socket.gethostbyname(host))
