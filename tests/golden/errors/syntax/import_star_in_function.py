# import * in a function.
def f():
  from sys import *
