# Positions near the largest index; bisect and insort are other names of the functions for the right side.
import bisect
import sys

data = range(sys.maxsize - 1)
print(bisect.bisect_left(data, sys.maxsize - 3), bisect.bisect_right(data, sys.maxsize - 3))
print(bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
