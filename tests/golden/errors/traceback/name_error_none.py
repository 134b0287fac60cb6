# No suggestion when nothing is near.
print(qqqqqqq)
