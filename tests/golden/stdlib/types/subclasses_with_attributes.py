# Subclasses of types whose own instances have no dictionary: theirs have one, beside the members of the type.
import asyncio
import collections
import types


class Label(types.GenericAlias):
  """Forwards names to its origin when they are read; what is stored stays with the alias."""


label = Label(list, int)
label.note = "numbers"
print(label, object.__getattribute__(label, "__dict__"))


class Callback(asyncio.Handle):
  pass


class Alarm(asyncio.TimerHandle):
  pass


loop = asyncio.new_event_loop()
callback = Callback(print, ("now",), loop)
callback.reason = "test"
alarm = Alarm(5.0, print, ("later",), loop)
alarm.snoozed = 2
print(callback.reason, callback.__dict__, alarm.__dict__, alarm.when())
loop.close()


class Registry(collections.defaultdict):
  def __missing__(self, key):
    return f"no {key}"


registry = Registry(list, {"a": [1]})
registry.owner = "me"
for number in range(30):
  setattr(registry, f"field{number}", number)
registry.default_factory = set
print(registry["b"], registry.owner, len(registry.__dict__), registry.default_factory)


class Small(collections.defaultdict):
  __slots__ = ("limit",)


small = Small(int)
small.limit = 5
print(small["n"], small.limit, small.default_factory, hasattr(small, "__dict__"))

plain = collections.defaultdict(list)
try:
  plain.owner = 1
except AttributeError as error:
  print(error)
print(collections.defaultdict.default_factory)
