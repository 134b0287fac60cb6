# __import__() of a relative name needs a dictionary that tells the package.
for arguments in ((5, None, [], 1), (None, None, [], 1), ({}, None, [], 1), ({"__package__": 5}, None, [], 1), ({"__package__": "absent"}, None, [], 1)):
    try:
        __import__("name", *arguments)
    except Exception as error:
        print(arguments[0], type(error).__name__, error)
