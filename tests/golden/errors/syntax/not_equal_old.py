# The old inequality.
x = 1 <> 2
