# A suggestion among built-in names.
prnt("x")
