# Letters in a number.
x = 12abc
