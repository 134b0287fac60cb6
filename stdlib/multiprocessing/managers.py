"""Managers: a process that keeps objects, and proxies through which others use them.

A connection carries requests (object's id or None for the server itself, method, args, kwargs), each followed by one answer
(kind, value). A proxy keeps one connection for each thread of its process; what concerns the server goes over connections of
its own, since references are also given back while a thread waits for an answer."""
import os
import queue
import sys
import threading
import time
from _types import GenericAlias
from collections import deque

from . import connection, context, pool, process, reduction, util

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]

# Kinds of answers.
_RETURN, _ERROR, _PROXY, _TRACEBACK, _UNSERIALIZABLE = "#RETURN", "#ERROR", "#PROXY", "#TRACEBACK", "#UNSERIALIZABLE"

class _Kind:
  """How objects of a type id are made and used; exposed and result_types may be None."""

  __slots__ = ("make", "exposed", "result_types", "proxy")

  def __init__(self, make, exposed, result_types, proxy):
    self.make, self.exposed, self.result_types, self.proxy = make, exposed, result_types, proxy


class Token:
  """What tells a shared object apart."""

  __slots__ = ("typeid", "address", "id")

  def __init__(self, typeid, address, id):
    self.typeid, self.address, self.id = typeid, address, id

  def __getstate__(self):
    return self.typeid, self.address, self.id

  def __setstate__(self, state):
    self.typeid, self.address, self.id = state

  def __repr__(self):
    return "%s(typeid=%r, address=%r, id=%r)" % (self.__class__.__name__, self.typeid, self.address, self.id)


# What dictionaries answer is sent as lists.
for _view in ({}.keys(), {}.values(), {}.items()):
  reduction.register(type(_view), lambda view: (list, (list(view),)))
del _view


class RemoteError(Exception):
  """The text of an exception in the server."""

  def __str__(self):
    line = "-" * 75
    return f"\n{line}\n{self.args[0]}{line}"


def all_methods(obj):
  """The names of the object's methods."""
  return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
  """Those that do not begin with an underscore."""
  return [name for name in all_methods(obj) if name[0] != "_"]


def _ask(conn, ident, method, args=(), kwargs={}):
  conn.send((ident, method, args, kwargs))
  return conn.recv()


def _value_of(kind, value):
  if kind == _RETURN:
    return value
  if kind == _ERROR:
    raise value
  if kind in (_TRACEBACK, _UNSERIALIZABLE):
    raise RemoteError(value if kind == _TRACEBACK else f"Unserializable message: {value}\n")
  raise ValueError(f"Unrecognized message type {kind!r}")


def _control(address, authkey, method, *args, **kwargs):
  """A request to the server itself."""
  with connection.Client(address, authkey=authkey) as conn:
    return _value_of(*_ask(conn, None, method, args, kwargs))


class Server:
  """The objects, and the threads that serve connections to them."""

  public = ["create", "incref", "decref", "get_methods", "number_of_objects", "debug_info", "shutdown", "dummy"]

  def __init__(self, registry, address, authkey, serializer="pickle"):
    if not isinstance(authkey, bytes):
      raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
    self.registry = registry
    self.authkey = process.AuthenticationString(authkey)
    self.listener = connection.Listener(address, backlog=16)
    self.address = self.listener.address
    self.id_to_obj = {}       # {id: (object, names of methods, types of their results or None)}
    self.id_to_refcount = {}
    self._dropped = deque()   # ids that proxies inside of the server referred to; finalizers must not wait for the lock
    self.mutex = threading.Lock()
    self.stop_event = threading.Event()

  def serve_forever(self):
    """Serve until a manager shuts the server down; then the process ends."""
    process.current_process()._manager_server = self
    threading.Thread(target=self._accept, daemon=True).start()
    try:
      self.stop_event.wait()
    except (KeyboardInterrupt, SystemExit):
      pass
    self.listener.close()
    sys.exit(0)

  def _accept(self):
    while not self.stop_event.is_set():
      try:
        conn = self.listener.accept()
      except OSError:
        if self.listener._listener is None:
          return
        time.sleep(0.01)  # out of descriptors, for example
        continue
      threading.Thread(target=self._serve, args=(conn,), daemon=True).start()

  def _serve(self, conn):
    with conn:
      try:
        connection.deliver_challenge(conn, self.authkey)
        connection.answer_challenge(conn, self.authkey)
        while not self.stop_event.is_set():
          self._answer(conn, conn.recv())
      except (EOFError, OSError, context.AuthenticationError) as error:
        util.debug("end of a connection to the manager: %r", error)

  def _answer(self, conn, request):
    ident, method, args, kwargs = request
    while self._dropped:
      self.decref(self._dropped.popleft())
    try:
      answer = self._serve_self(method, args, kwargs) if ident is None else self._call(ident, method, args, kwargs)
    except Exception:
      from traceback import format_exc
      answer = _TRACEBACK, format_exc()
    try:
      conn.send(answer)
    except Exception as error:
      if isinstance(error, OSError):
        raise
      from traceback import format_exc
      conn.send((_UNSERIALIZABLE, format_exc()))
    if ident is None and method == "shutdown":
      self.stop_event.set()

  def _serve_self(self, method, args, kwargs):
    if method not in self.public:
      raise ValueError(f"{method!r} unrecognized")
    return _RETURN, getattr(self, method)(*args, **kwargs)

  def _call(self, ident, method, args, kwargs):
    obj, exposed, result_types = self.id_to_obj[ident]
    if method not in exposed:
      return _RETURN, self._fallback(obj, method, exposed)
    function = getattr(obj, method)
    try:
      result = function(*args, **kwargs)
    except Exception as error:
      return _ERROR, error
    typeid = result_types and result_types.get(method)
    if not typeid:
      return _RETURN, result
    ident, exposed = self.create(typeid, result)
    return _PROXY, (exposed, Token(typeid, self.address, ident))

  def _fallback(self, obj, method, exposed):
    if method == "#GETVALUE":
      return obj
    if method in ("__str__", "__repr__"):
      return getattr(obj, method)()
    raise AttributeError(f"method {method!r} of {type(obj)!r} object is not in exposed={exposed!r}")

  # -- requests to the server itself

  def create(self, typeid, /, *args, **kwargs):
    """Make an object: its id, which counts as one reference, and the names of its methods."""
    kind = self.registry[typeid]
    if kind.make is not None:
      obj = kind.make(*args, **kwargs)
    elif kwargs or len(args) != 1:
      raise ValueError("Without callable, must have one non-keyword argument")
    else:
      obj = args[0]
    exposed = public_methods(obj) if kind.exposed is None else kind.exposed
    if kind.result_types is not None:
      exposed = [*exposed, *kind.result_types]
    ident = f"{id(obj):x}"
    with self.mutex:
      self.id_to_obj[ident] = obj, set(exposed), kind.result_types
      self.id_to_refcount[ident] = self.id_to_refcount.get(ident, 0) + 1
    return ident, tuple(exposed)

  def incref(self, ident):
    with self.mutex:
      self.id_to_refcount[ident] += 1

  def decref(self, ident):
    dropped = None
    with self.mutex:
      self.id_to_refcount[ident] -= 1
      if self.id_to_refcount[ident] == 0:
        del self.id_to_refcount[ident]
        dropped = self.id_to_obj.pop(ident)
    del dropped  # outside of the lock: it may run code

  def get_methods(self, token):
    return tuple(self.id_to_obj[token.id][1])

  def number_of_objects(self):
    return len(self.id_to_refcount)

  def debug_info(self):
    with self.mutex:
      return "\n".join(f"  {ident}:       refcount={self.id_to_refcount[ident]}\n    {str(self.id_to_obj[ident][0])[:75]}"
                       for ident in sorted(self.id_to_refcount))

  def shutdown(self):
    util.debug("manager received shutdown message")

  def dummy(self):
    pass


class State:
  """Whether a manager's server runs."""

  INITIAL, STARTED, SHUTDOWN = range(3)

  def __init__(self):
    self.value = State.INITIAL


class BaseManager:
  """BaseManager(address=None, authkey=None): starts a server process, or connects to one. Types are added with register()."""

  _registry = {}
  _Server = Server

  def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
    if serializer != "pickle":
      raise ValueError("the only serializer is 'pickle'")
    self._address = address
    self._authkey = process.AuthenticationString(process.current_process().authkey if authkey is None else authkey)
    self._state = State()
    self._serializer = serializer
    self._ctx = ctx or context._default_context.get_context()
    self._shutdown_timeout = shutdown_timeout
    self._process = None

  def _check_initial(self):
    if self._state.value == State.STARTED:
      raise context.ProcessError("Already started server")
    if self._state.value == State.SHUTDOWN:
      raise context.ProcessError("Manager has shut down")

  def get_server(self):
    """The server, to be run in this process with serve_forever()."""
    self._check_initial()
    return self._Server(self._registry, self._address, self._authkey, self._serializer)

  def connect(self):
    """Use a server that runs already."""
    _control(self._address, self._authkey, "dummy")
    self._state.value = State.STARTED

  def start(self, initializer=None, initargs=()):
    """Start the server in a process of its own."""
    self._check_initial()
    if initializer is not None and not callable(initializer):
      raise TypeError("initializer must be a callable")
    reader, writer = connection.Pipe(duplex=False)
    self._process = self._ctx.Process(
      target=type(self)._run_server,
      args=(self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs))
    self._process.name = type(self).__name__ + "-" + ":".join(map(str, self._process._identity))
    self._process.start()
    writer.close()
    with reader:
      self._address = reader.recv()
    self._state.value = State.STARTED
    self.shutdown = util.Finalize(
      self, type(self)._finalize_manager,
      args=(self._process, self._address, self._authkey, self._state, self._shutdown_timeout), exitpriority=0)

  @classmethod
  def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the processes that use the server
    if initializer is not None:
      initializer(*initargs)
    server = cls._Server(registry, address, authkey, serializer)
    with writer:
      writer.send(server.address)
    util.info("manager serving at %r", server.address)
    server.serve_forever()

  @staticmethod
  def _finalize_manager(server, address, authkey, state, shutdown_timeout):
    state.value = State.SHUTDOWN
    if not server.is_alive():
      return
    util.info("sending shutdown message to manager")
    try:
      _control(address, authkey, "shutdown")
    except Exception as error:
      util.debug("shutdown message failed: %r", error)
    for end in (None, server.terminate, server.kill):
      if end is not None:
        end()
      server.join(shutdown_timeout)
      if not server.is_alive():
        return

  def _create(self, typeid, /, *args, **kwargs):
    assert self._state.value == State.STARTED, "server not yet started"
    ident, exposed = _control(self._address, self._authkey, "create", typeid, *args, **kwargs)
    return Token(typeid, self._address, ident), exposed

  def join(self, timeout=None):
    """Wait for the end of the server process."""
    if self._process is not None:
      self._process.join(timeout)
      if not self._process.is_alive():
        self._process = None

  def _debug_info(self):
    """A text about the objects and their references."""
    return _control(self._address, self._authkey, "debug_info")

  def _number_of_objects(self):
    """How many objects the server keeps."""
    return _control(self._address, self._authkey, "number_of_objects")

  def __enter__(self):
    if self._state.value == State.INITIAL:
      self.start()
    if self._state.value == State.SHUTDOWN:
      raise context.ProcessError("Manager has shut down")
    return self

  def __exit__(self, exc_type, exc_val, exc_tb):
    self.shutdown()

  @property
  def address(self):
    """Where the server is."""
    return self._address

  @classmethod
  def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
    """Let managers make objects of a type, with a method of the name `typeid`.

    exposed: the methods that proxies may call; method_to_typeid: methods whose results stay in the server."""
    if "_registry" not in cls.__dict__:
      cls._registry = cls._registry.copy()
    if proxytype is None:
      proxytype = AutoProxy
    result_types = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
    cls._registry[typeid] = _Kind(callable, exposed or getattr(proxytype, "_exposed_", None), result_types, proxytype)
    if not create_method:
      return

    def create(self, /, *args, **kwargs):
      token, exposed = self._create(typeid, *args, **kwargs)
      return proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed, incref=False)

    create.__name__ = typeid
    setattr(cls, typeid, create)


# -- proxies

class _Connections(threading.local):
  """The connections of a thread, by address. Those of the parent are not the child's."""

  pid = None

  def get(self, address, authkey):
    if self.pid != os.getpid():
      self.pid = os.getpid()
      self.open = {}
    if address not in self.open:
      self.open[address] = connection.Client(address, authkey=authkey)
    return self.open[address]

  def forget(self, address):
    if self.pid == os.getpid() and address in self.open:
      self.open.pop(address).close()


_connections = _Connections()


class BaseProxy:
  """Stands for an object in a manager's server. Each proxy is a reference to the object."""

  def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    self._token = token
    self._id = token.id
    self._manager = manager
    self._serializer = serializer
    self._owned_by_manager = manager_owned
    if authkey is None:
      authkey = manager._authkey if manager is not None else process.current_process().authkey
    self._authkey = process.AuthenticationString(authkey)
    if incref:
      self._incref()
    elif not manager_owned:
      self._hold_reference()
    util.register_after_fork(self, BaseProxy._after_fork)

  def _callmethod(self, methodname, args=(), kwds={}):
    """Call a method of the object; a copy of its result, or a proxy."""
    conn = _connections.get(self._token.address, self._authkey)
    try:
      kind, result = _ask(conn, self._id, methodname, args, kwds)
    except BaseException:
      # An answer that was not read must not be taken for the next one's.
      _connections.forget(self._token.address)
      raise
    if kind != _PROXY:
      return _value_of(kind, result)
    exposed, token = result
    registry = self._manager._registry if self._manager is not None else SyncManager._registry
    return registry[token.typeid].proxy(Token(token.typeid, self._token.address, token.id), self._serializer, manager=self._manager,
                                        authkey=self._authkey, exposed=exposed, incref=False)

  def _getvalue(self):
    """A copy of the object."""
    return self._callmethod("#GETVALUE")

  def _incref(self):
    if self._owned_by_manager:
      return
    _control(self._token.address, self._authkey, "incref", self._id)
    self._hold_reference()

  def _hold_reference(self):
    state = self._manager._state if self._manager is not None else None
    self._close = util.Finalize(self, BaseProxy._decref, args=(self._token, self._authkey, state), exitpriority=10)

  @staticmethod
  def _decref(token, authkey, state):
    if state is not None and state.value != State.STARTED:
      return
    try:
      _control(token.address, authkey, "decref", token.id)
    except Exception as error:
      util.debug("... decref failed %s", error)

  def _after_fork(self):
    self._manager = None
    try:
      self._incref()
    except Exception as error:
      util.info("incref failed: %s", error)

  def __reduce__(self):
    kwargs = {}
    if context.get_spawning_popen() is not None:
      kwargs["authkey"] = self._authkey
    if getattr(self, "_isauto", False):
      kwargs["exposed"] = self._exposed_
      return RebuildProxy, (AutoProxy, self._token, self._serializer, kwargs)
    return RebuildProxy, (type(self), self._token, self._serializer, kwargs)

  def __deepcopy__(self, memo):
    return self._getvalue()

  def __repr__(self):
    return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

  def __str__(self):
    try:
      return self._callmethod("__repr__")
    except Exception:
      return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
  """What unpickling a proxy gives: a proxy, in the object's own server too, where containers may hold it."""
  server = getattr(process.current_process(), "_manager_server", None)
  if server is not None and server.address == token.address:
    server.incref(token.id)
    proxy = func(token, serializer, incref=False, manager_owned=True, **kwds)
    util.Finalize(proxy, server._dropped.append, args=(token.id,))
    return proxy
  incref = kwds.pop("incref", True) and not getattr(process.current_process(), "_inheriting", False)
  return func(token, serializer, incref=incref, **kwds)


_proxy_types = {}


def _forwarder(name):
  def method(self, /, *args, **kwds):
    return self._callmethod(name, args, kwds)
  method.__name__ = name
  return method


def MakeProxyType(name, exposed, _cache=_proxy_types):
  """A class of proxies with these methods."""
  exposed = tuple(exposed)
  if (name, exposed) not in _cache:
    _cache[name, exposed] = type(name, (BaseProxy,), {method: _forwarder(method) for method in exposed} | {"_exposed_": exposed})
  return _cache[name, exposed]


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
  """A proxy with all public methods of the object."""
  if authkey is None:
    authkey = manager._authkey if manager is not None else process.current_process().authkey
  if exposed is None:
    exposed = _control(token.address, authkey, "get_methods", token)
  kind = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)
  proxy = kind(token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
  proxy._isauto = True
  return proxy


class Namespace:
  """Attributes."""

  def __init__(self, /, **kwds):
    self.__dict__.update(kwds)

  def __repr__(self):
    shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
    return f"{self.__class__.__name__}({', '.join(shown)})"


class Value:
  """A value of any type."""

  def __init__(self, typecode, value, lock=True):
    self._typecode = typecode
    self._value = value

  def get(self):
    return self._value

  def set(self, value):
    self._value = value

  def __repr__(self):
    return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

  value = property(get, set)


def Array(typecode, sequence, lock=True):
  """An array.array."""
  import array
  return array.array(typecode, sequence)


class IteratorProxy(MakeProxyType("IteratorProxy", ("__next__", "send", "throw", "close"))):
  """Of an iterator."""

  def __iter__(self):
    return self


class AcquirerProxy(MakeProxyType("AcquirerProxy", ("acquire", "release"))):
  """Of a lock or semaphore."""

  def acquire(self, blocking=True, timeout=None):
    return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

  def __enter__(self):
    return self._callmethod("acquire")

  def __exit__(self, exc_type, exc_val, exc_tb):
    return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
  """Of a condition; its predicates run here."""

  _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

  def wait(self, timeout=None):
    return self._callmethod("wait", (timeout,))

  def notify(self, n=1):
    return self._callmethod("notify", (n,))

  def notify_all(self):
    return self._callmethod("notify_all")

  def wait_for(self, predicate, timeout=None):
    deadline = None if timeout is None else time.monotonic() + timeout
    while not (result := predicate()):
      left = None if deadline is None else deadline - time.monotonic()
      if left is not None and left <= 0:
        break
      self.wait(left)
    return result


class EventProxy(MakeProxyType("EventProxy", ("is_set", "set", "clear", "wait"))):
  """Of an event."""

  def wait(self, timeout=None):
    return self._callmethod("wait", (timeout,))


def _remote_attribute(name):
  return property(lambda self: self._callmethod("__getattribute__", (name,)))


class BarrierProxy(BaseProxy):
  """Of a barrier."""

  _exposed_ = ("__getattribute__", "wait", "abort", "reset")

  def wait(self, timeout=None):
    return self._callmethod("wait", (timeout,))

  def abort(self):
    return self._callmethod("abort")

  def reset(self):
    return self._callmethod("reset")

  parties = _remote_attribute("parties")
  n_waiting = _remote_attribute("n_waiting")
  broken = _remote_attribute("broken")


class NamespaceProxy(BaseProxy):
  """Of a namespace: attributes without an underscore are the object's."""

  _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

  def __getattr__(self, key):
    if key[0] == "_":
      return object.__getattribute__(self, key)
    return self._callmethod("__getattribute__", (key,))

  def __setattr__(self, key, value):
    if key[0] == "_":
      object.__setattr__(self, key, value)
    else:
      self._callmethod("__setattr__", (key, value))

  def __delattr__(self, key):
    if key[0] == "_":
      object.__delattr__(self, key)
    else:
      self._callmethod("__delattr__", (key,))


class ValueProxy(MakeProxyType("ValueProxy", ("get", "set"))):
  """Of a value."""

  @property
  def value(self):
    return self.get()

  @value.setter
  def value(self, value):
    self.set(value)

  __class_getitem__ = classmethod(GenericAlias)


BaseListProxy = MakeProxyType("BaseListProxy", (
  "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__", "__setitem__",
  "append", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "__imul__"))


class ListProxy(BaseListProxy):
  """Of a list."""

  def __iadd__(self, value):
    self._callmethod("extend", (value,))
    return self

  def __imul__(self, value):
    self._callmethod("__imul__", (value,))
    return self


DictProxy = MakeProxyType("DictProxy", (
  "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear", "copy", "get", "items", "keys",
  "pop", "popitem", "setdefault", "update", "values"))
DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}

ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))

BasePoolProxy = MakeProxyType("PoolProxy", (
  "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async", "terminate"))
BasePoolProxy._method_to_typeid_ = {
  "apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult", "imap": "Iterator",
  "imap_unordered": "Iterator"}


class PoolProxy(BasePoolProxy):
  """Of a pool of workers."""

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_val, exc_tb):
    self.terminate()


class SyncManager(BaseManager):
  """The manager of multiprocessing.Manager(): containers, values, queues, and the objects of module threading."""


for _typeid, _make, _proxy in (
    ("Queue", queue.Queue, None), ("JoinableQueue", queue.Queue, None), ("Event", threading.Event, EventProxy),
    ("Lock", threading.Lock, AcquirerProxy), ("RLock", threading.RLock, AcquirerProxy),
    ("Semaphore", threading.Semaphore, AcquirerProxy), ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
    ("Condition", threading.Condition, ConditionProxy), ("Barrier", threading.Barrier, BarrierProxy),
    ("Pool", pool.Pool, PoolProxy), ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy),
    ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
  SyncManager.register(_typeid, _make, _proxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)
del _typeid, _make, _proxy


class SharedMemoryServer(Server):
  """A server that unlinks the shared memory of its managers at its end."""

  public = Server.public + ["track_segment", "release_segment", "list_segments"]

  def __init__(self, *args):
    super().__init__(*args)
    self.segment_names = []

  def track_segment(self, name):
    self.segment_names.append(name)

  def release_segment(self, name):
    from .shared_memory import SharedMemory
    self.segment_names.remove(name)
    segment = SharedMemory(name)
    segment.close()
    segment.unlink()

  def list_segments(self):
    return self.segment_names

  def shutdown(self):
    for name in self.segment_names[:]:
      self.release_segment(name)
    super().shutdown()


class SharedMemoryManager(BaseManager):
  """Makes shared memory that lives as long as the manager."""

  _Server = SharedMemoryServer

  def _track(self, name, segment):
    try:
      _control(self._address, self._authkey, "track_segment", name)
    except BaseException:
      segment.unlink()
      raise

  def SharedMemory(self, size):
    """A block of shared memory."""
    from . import shared_memory
    segment = shared_memory.SharedMemory(None, create=True, size=size)
    self._track(segment.name, segment)
    return segment

  def ShareableList(self, sequence):
    """A list in shared memory."""
    from . import shared_memory
    items = shared_memory.ShareableList(sequence)
    self._track(items.shm.name, items.shm)
    return items
