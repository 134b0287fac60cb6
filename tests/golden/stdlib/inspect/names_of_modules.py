# dir() of a module shows its public names also before anything has been done with them.
import collections
import functools
import inspect
import io
import os
import re
import typing
import weakref

for module in (collections, functools, inspect, io, os, re, typing, weakref):
    print(module.__name__, sorted(set(module.__all__) - set(dir(module))), sorted({name for name, _ in inspect.getmembers(module)} - set(dir(module))))
