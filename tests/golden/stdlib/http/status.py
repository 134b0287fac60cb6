# All status codes and methods.
import http

for status in http.HTTPStatus:
  print(repr(status), status.phrase, "|", status.description)
for method in http.HTTPMethod:
  print(repr(method), method, method.description)
print(http.HTTPStatus(404) == 404, http.HTTPStatus["OK"], isinstance(http.HTTPStatus.OK, int))
