# A deep group is cut after ten levels.
g = ValueError("bottom")
for level in range(12):
  g = ExceptionGroup(f"level {level}", [g])
raise g
