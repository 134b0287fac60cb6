# Makes the folder a package.
