# The abstract methods and properties of each level, with their signatures.
import inspect
import itertools
import numbers

for level in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(level.__name__, sorted(getattr(level, "__abstractmethods__", ())))
    for name, value in sorted(vars(level).items()):
        if isinstance(value, property):
            print(" ", name, "property")
        elif inspect.isfunction(value):
            print(" ", value.__qualname__, inspect.signature(value))


class Counting(itertools.count):
    pass


print(Counting(3), itertools.repeat(2))
