# concat() and iconcat() want sequences: what has __getitem__ and is no dict, and knows how to add.
import operator


class Sequence:
    def __getitem__(self, index):
        return 1


class Added(Sequence):
    def __add__(self, other):
        return "added"


class InPlace(Sequence):
    def __iadd__(self, other):
        return "in place"


class Dictionary(dict):
    def __add__(self, other):
        return "never"


for function in (operator.concat, operator.iconcat):
    for left in (Added(), InPlace(), Sequence(), Dictionary(), "text", (1,), 5):
        for right in (Sequence(), "text", (2,), 5):
            try:
                result = function(left, right)
            except TypeError as error:
                result = error
            print(function.__name__, type(left).__name__, type(right).__name__, "->", result)
