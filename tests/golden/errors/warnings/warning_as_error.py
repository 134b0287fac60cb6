# What a filter turns into an exception has the traceback of the call alone.
import warnings
warnings.simplefilter("error")

def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)

old()
