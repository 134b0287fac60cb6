# __build_class__() is a function like others: what it says about its arguments.
def body():
    colour = "red"

def attempt(*arguments):
    try:
        print(__build_class__(*arguments))
    except TypeError as error:
        print(error)

for arguments in ((), (body,), (5, "Name"), (body, 5), (body, "Name", 5), (body, "Name")):
    attempt(*arguments)
