name = "left"
import _right
def other(): return _right.name
