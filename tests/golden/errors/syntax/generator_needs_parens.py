# A generator argument beside others.
f(x for x in y, 1)
