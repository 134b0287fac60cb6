# exec without parentheses.
exec "x"
