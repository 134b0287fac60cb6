# -W with a category that its module does not have: told by its whole name, and ignored.
print("ran")
