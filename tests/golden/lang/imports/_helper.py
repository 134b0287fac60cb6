# Imported by the tests of this folder.
print("helper runs once, as", __name__)
value = 1
_private = 2
__all__ = ["value", "double"]
def double(x): return x * 2
def hidden(): return "hidden"
