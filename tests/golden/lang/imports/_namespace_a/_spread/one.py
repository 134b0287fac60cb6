where = "first folder"
