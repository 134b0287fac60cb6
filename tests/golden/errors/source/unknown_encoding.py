# coding: nothing-known
# An unknown encoding.
