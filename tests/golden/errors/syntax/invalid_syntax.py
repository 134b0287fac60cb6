# Two names in a row.
x = a b
