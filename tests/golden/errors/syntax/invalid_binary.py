# A wrong binary digit.
x = 0b12
