# A colon with nothing after it.
x = {1:}
