# Messages with missing, doubled and nested boundaries, delivery statuses, lines "From ": what is read, and what comes out again.
import email

TEXTS = [
  "Content-Type: multipart/mixed; boundary=B\n\nbefore\n--B\n--B\n\none\n--B\nContent-Type: text/html\n\ntwo\n--B--\nafter\n",
  "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: multipart/related; boundary=C\n\n--C\n\nx\n--C--\n\n--B--",
  "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: multipart/related; boundary=C\n\nnever begins\n--B\n\nlast",
  "Content-Type: multipart/mixed; boundary=B\n\nonly text\n--B--\nafter",
  "Content-Type: multipart/mixed; boundary=B\nContent-Transfer-Encoding: base64\n\n--B\n\nx\n--B--\n\n\nafter\n",
  "Content-Type: multipart/digest; boundary=B\n\n--B\n\nSubject: inner\n\nbody\n--B\nContent-Type: text/plain\n\ntext\n--B--\n",
  "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: a@b\nAction: failed\n\nA: b\n",
  "From ann Mon\nSubject: x\nFrom here\nTo: y\nFrom last\n\nbody\n",
  ": nameless\nA: 1\n continued\n\tagain\n\nbody",
  "Content-Type: message/rfc822\n\nSubject: inner\nContent-Type: message/rfc822\n\nSubject: innermost\n\nbody\n",
  "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\none\r\n--B--\r\n",
]
for text in TEXTS:
  mail = email.message_from_string(text)
  for part in mail.walk():
    print(part.get_content_type(), part.get_default_type(), part.items(), part.get_unixfrom(), repr(part.preamble), repr(part.epilogue),
          [type(defect).__name__ for defect in part.defects], repr(part.get_payload()) if not part.is_multipart() else "")
  print(repr(mail.as_string(unixfrom=bool(mail.get_unixfrom()))), mail.as_string() == text)
