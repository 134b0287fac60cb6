# An object in the place of sys.stdout that cannot flush: told at the end, which has the code 120.
import sys


class Writer:
    def write(self, text):
        return sys.__stdout__.write(text.upper())

    def __repr__(self):
        return "<the writer>"


sys.stdout = Writer()
print("written")
