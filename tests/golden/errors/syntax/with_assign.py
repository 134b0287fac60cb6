# A literal as target of with.
with a as 1: pass
