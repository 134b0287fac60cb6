# Two modules that import each other see each other half made.
import _left
print(_left.name, _left.other(), _left._right.seen)
