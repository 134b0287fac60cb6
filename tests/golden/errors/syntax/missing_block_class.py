# A class without a block.
class C:
x = 1
