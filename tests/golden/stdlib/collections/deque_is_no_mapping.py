# A deque has items by index only: it is no operand of %(key)s, no namespace, and nothing to make a proxy of.
from collections import deque
import types


class Derived(deque): pass


class Keyed(deque):
    def __getitem__(self, key):
        return f"<{key}>"


def attempt(action, *arguments):
    try:
        return action(*arguments)
    except TypeError as error:
        return f"TypeError {error}"


for value in (deque([1]), Derived([1]), Keyed([1]), [1]):
    print(type(value).__name__)
    print(attempt(lambda: "plain" % value), "|", attempt(lambda: "%(key)s" % value), "|", attempt(lambda: "%s" % value), "|", attempt(lambda: b"plain" % value))
    print(attempt(exec, "1", {}, value), "|", attempt(eval, "1", {}, value), "|", attempt(eval, "1", value))
    print(attempt(lambda: type(types.MappingProxyType(value)).__name__))
