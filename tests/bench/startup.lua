-- The whole process: compare.py measures it from outside.
print("hello")
