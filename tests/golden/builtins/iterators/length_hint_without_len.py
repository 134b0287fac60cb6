# The iterator of a class with __getitem__ alone has no idea how much is left.
import operator


class Steps:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10


class Counted(Steps):
    def __len__(self):
        return 3


iterator = iter(Steps())
print(iterator.__length_hint__(), operator.length_hint(iterator, 7), list(iterator), iterator.__length_hint__())
iterator = iter(Counted())
print(next(iterator), iterator.__length_hint__(), operator.length_hint(iterator, 7))
