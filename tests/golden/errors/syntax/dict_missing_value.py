# A dictionary key without a value.
x = {1: 2, 3}
