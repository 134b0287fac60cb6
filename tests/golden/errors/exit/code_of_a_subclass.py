# The exit code is the attribute "code" of what was raised, wherever it comes from.
class Refused(SystemExit):
    code = 7


raise Refused
