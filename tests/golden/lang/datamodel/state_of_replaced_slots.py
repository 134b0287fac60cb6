# The state for copy and pickle has what an instance answers for the names of its slots: also what the class has in a slot's place by now.
import copy


class Point:
    __slots__ = ("x", "y", "__weakref__")


point = Point()
point.x = 1
print(point.__reduce_ex__(2)[2], copy.copy(point).x)
Point.y = 3
print(point.__reduce_ex__(2)[2], point.__getstate__())
try:
    copy.copy(point)
except AttributeError as error:
    print(error)
