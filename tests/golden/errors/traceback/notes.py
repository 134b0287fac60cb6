# Notes follow the message.
e = ValueError("message")
e.add_note("first note")
e.add_note("second note\nover two lines")
raise e
