# A tab before the mistake: the line is shown as it is, the caret behind one blank for each character.
x =	1 1
