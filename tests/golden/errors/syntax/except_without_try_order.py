# A bare except that is not the last.
try:
  pass
except:
  pass
except ValueError:
  pass
