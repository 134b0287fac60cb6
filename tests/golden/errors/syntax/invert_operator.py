# A lonely operator.
x = 1 +
