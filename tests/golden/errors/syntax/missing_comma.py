# A comma forgotten in a list.
x = [1, 2 3]
