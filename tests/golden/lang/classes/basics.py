# Class attributes, instance attributes, methods, class and static methods.
class Dog:
  kind = "canine"
  def __init__(self, name):
    self.name = name
  def speak(self, times=1):
    return f"{self.name}: " + "woof " * times
  @classmethod
  def make(cls, name):
    return cls(name + "!")
  @staticmethod
  def add(a, b):
    return a + b
d = Dog("rex")
print(d.speak(2), Dog.speak(d), Dog.make("bo").name, d.add(1, 2), Dog.add(3, 4))
d.kind = "mine"
print(d.kind, Dog.kind, Dog("x").kind, d.__dict__)
bound = d.speak
d.name = "max"
print(bound(), bound.__self__ is d, bound.__func__ is Dog.speak)
print(isinstance(d, Dog), isinstance(d, object), type(d) is Dog, Dog.__name__, Dog.__bases__)
class Puppy(Dog):
  pass
print(Puppy.make("p").__class__.__name__, issubclass(Puppy, Dog), issubclass(Dog, Puppy))
