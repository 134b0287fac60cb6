# A keyword constant as loop target.
for True in []: pass
