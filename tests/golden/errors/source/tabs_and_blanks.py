# Tabs and blanks that do not agree.
if True:
	x = 1
        y = 2
