print("starting broken")
1 / 0
