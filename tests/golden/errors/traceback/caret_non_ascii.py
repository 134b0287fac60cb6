# Carets count characters, not bytes.
größe = {"é": 1}
print("äöü", größe["é"] + größe["ü"])
