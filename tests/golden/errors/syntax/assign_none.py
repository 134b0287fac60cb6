# Assigning to None.
None = 1
