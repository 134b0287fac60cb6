# float() and what takes floats ask a derived integer's __float__; complex() that of a derived float, too. Constructors that are not safe name the nearest class with its own.
import math


class Half(int):
  def __float__(self): return int(self) / 2


class Third(float):
  def __float__(self): return 1 / 3


for number in Half(9), Third(9):
  print(float(number), complex(number), complex(number, number), math.sqrt(number), math.fsum([number]), number + 0.0)


class Items(list):
  pass


class Made(Items):
  def __new__(cls): return object.__new__(cls)


try:
  Made()
except TypeError as e:
  print(e)


class Iterated(tuple):
  def __iter__(self): return iter("xyz")


print(",".join(Iterated("abc")), [*Iterated("abc")], list(Iterated("abc")), tuple(Iterated("abc")))
