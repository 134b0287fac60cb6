# An algorithm that nobody has: the error has what the library below said as its context.
import hashlib

hashlib.new("SHA-999")
