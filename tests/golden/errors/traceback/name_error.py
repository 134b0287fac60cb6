# NameError with a suggestion.
counter = 1
print(countr)
