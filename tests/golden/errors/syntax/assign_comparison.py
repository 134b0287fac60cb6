# Comparing is no target.
a < b = 1
