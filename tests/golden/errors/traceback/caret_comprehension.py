# A list comprehension has its own frame.
values = [4, 2, 0]
print([8 // v for v in values])
