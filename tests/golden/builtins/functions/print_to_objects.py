# print() writes its pieces one by one to sys.stdout, too, when that is an object of the program; without sys.stdout it shows nothing
import sys

class Pieces:
    def __init__(self):
        self.written = []

    def write(self, text):
        self.written.append(text)

class Shown:
    def __str__(self):
        original.write("shown\n")
        return "text"

original = sys.stdout
pieces = sys.stdout = Pieces()
print("one", 2, Shown(), sep="-", end="!")
print()
print("", "")
sys.stdout = original
print(pieces.written)
sys.stdout = None
print(Shown())
sys.stdout = original

class Failing:
    def __str__(self):
        raise ValueError("no text")

pieces = sys.stdout = Pieces()
try:
    print("before", Failing(), "after")
except ValueError as error:
    failure = error
sys.stdout = original
print(pieces.written, failure)
