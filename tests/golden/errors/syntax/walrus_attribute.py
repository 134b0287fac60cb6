# := with an attribute.
(a.b := 1)
