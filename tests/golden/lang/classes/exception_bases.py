# Exceptions of several kinds combine when only one of them has fields of its own; the one with the fields is __base__.
class WithSlot(Exception):
    __slots__ = ("extra",)


for bases in [(AttributeError, KeyError), (KeyError, AttributeError), (KeyError, ValueError), (KeyError, OSError), (StopIteration, KeyError),
              (SystemExit, KeyError), (ValueError, WithSlot), (WithSlot, KeyError), (NameError, AttributeError), (ImportError, OSError),
              (OSError, WithSlot), (UnicodeError, LookupError)]:
    names = ", ".join(base.__name__ for base in bases)
    try:
        made = type("Made", bases, {})
    except TypeError as error:
        print(names, "->", error)
    else:
        print(names, "->", made.__base__.__name__)


class Missing(KeyError, AttributeError):
    pass


class Registry(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise Missing(name) from None


registry = Registry(a=1)
print(registry.a, getattr(registry, "b", "default"), hasattr(registry, "b"))
try:
    registry.b
except AttributeError as error:
    print(repr(error), str(error), error.name)
