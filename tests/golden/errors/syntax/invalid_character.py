# A character that is no part of the language.
x = 5 € 3
