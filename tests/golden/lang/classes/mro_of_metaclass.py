# Orders that a metaclass's mro() gives: only some can be.
class Ordered(type):
    answer = None

    def mro(cls):
        return super().mro() if cls.__name__ == "Base" else [cls, *Ordered.answer] if isinstance(Ordered.answer, tuple) else Ordered.answer


class Base(metaclass=Ordered):
    value = 1


for answer in ((Base, object), (object,), (int, object), [], [5], None, 7):
    Ordered.answer = answer
    try:
        class Made(Base):
            pass
        print([cls.__name__ for cls in Made.__mro__], hasattr(Made, "value"))
    except TypeError as error:
        print(error)
