# A name of the standard library that was not imported.
print(sys.argv)
