# A comma forgotten in a call.
f(a b)
