# A question mark.
x = a ? b
