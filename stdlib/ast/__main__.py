"""coil -m ast"""
from ast import main

main()
