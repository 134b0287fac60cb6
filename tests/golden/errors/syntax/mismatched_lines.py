# Closing with the wrong bracket on another line.
x = {
  "a": [1, 2
}
