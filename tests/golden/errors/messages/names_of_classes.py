"""Methods of classes are named after the class that they were called on."""
import weakref
import abc


class Animal(abc.ABC):
    pass


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Animal.mro(1))
attempt(lambda: Animal.__subclasses__(1))
attempt(lambda: int.mro(1))
attempt(lambda: int.__abstractmethods__)
attempt(lambda: type.__abstractmethods__)
animal = Animal()
reference = weakref.ref(animal)
attempt(lambda: reference(1))
attempt(lambda: reference(x=1))
attempt(lambda: weakref.ref(animal, callback=None))
attempt(lambda: weakref.ref(animal, None, None))
attempt(lambda: weakref.WeakMethod())
