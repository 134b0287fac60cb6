# Only a bare %% is a percent sign; flags, widths or keys before the second % make it a conversion that does not exist.
def show(template, values):
    try:
        print(repr(template), repr(template % values))
    except (TypeError, ValueError, KeyError) as error:
        print(repr(template), type(error).__name__, error)

for template in ('%%', '%5%', '%-5%|', '%.2%', '%l%', '100%%'):
    show(template, ())
    show(template, 3)
    show(template.encode(), ())
show('%(a)%', {})
show('%(a)%', {'a': 1})
show('%*%', (3,))
