import _left
name = "right"
seen = sorted(k for k in vars(_left) if not k.startswith("_"))
