# Closing with the wrong bracket.
x = (1]
