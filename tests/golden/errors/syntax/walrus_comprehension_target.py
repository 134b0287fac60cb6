# := rebinding the loop variable.
[x := 0 for x in y]
