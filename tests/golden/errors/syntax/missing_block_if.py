# An if without a block at the end of the file.
if True:
