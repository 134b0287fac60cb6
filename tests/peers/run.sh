#!/bin/sh
# Real peers: starts redis-server and nginx on free ports, runs the programs beside this script against them, and compares what they print
# with their .out files. What is not installed is skipped, clearly. Usage: run.sh path/to/coil
set -u
here=$(cd "$(dirname "$0")" && pwd)
coil=$1
work=$(mktemp -d)
redis=
nginx=
failed=0

stop() {
  [ -z "$redis" ] || kill "$redis" 2>/dev/null
  [ -z "$nginx" ] || kill "$nginx" 2>/dev/null
  wait
  rm -rf "$work"
}
trap stop EXIT

free_port() {
  "$coil" -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}

wait_for_port() {
  "$coil" -c '
import socket, sys, time
for _ in range(500):
  try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1]))).close()
    break
  except OSError:
    time.sleep(0.01)
else:
  sys.exit("the server does not answer")' "$1"
}

# check NAME [arguments]: the program's output is what NAME.out says.
check() {
  name=$1
  shift
  timeout 120 "$coil" "$here/$name.py" "$@" >"$work/out" 2>"$work/err"
  if [ $? = 0 ] && diff "$here/$name.out" "$work/out"; then
    echo "ok      $name"
  else
    cat "$work/err"
    echo "FAILED  $name"
    failed=1
  fi
}

if command -v redis-server >/dev/null; then
  port=$(free_port)
  redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "$work" --daemonize no >"$work/redis.log" 2>&1 &
  redis=$!
  wait_for_port "$port" && check redis_peer "$port" || failed=1
else
  echo "skipped redis_peer: redis-server is not installed"
fi

if command -v nginx >/dev/null; then
  port=$(free_port)
  mkdir "$work/www" "$work/logs"
  echo "hello from nginx" >"$work/www/hello.txt"
  "$coil" -c 'import sys; open(sys.argv[1], "wb").write(bytes(range(256)) * 4096)' "$work/www/big.bin"
  chmod 755 "$work" "$work/www"
  cat >"$work/nginx.conf" <<END
daemon off;
worker_processes 1;
pid $work/nginx.pid;
error_log $work/logs/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  server { listen 127.0.0.1:$port; root $work/www; }
}
END
  nginx -p "$work" -e "$work/logs/error.log" -c "$work/nginx.conf" >"$work/nginx.log" 2>&1 &
  nginx=$!
  wait_for_port "$port" && check nginx_peer "$port" || failed=1
else
  echo "skipped nginx_peer: nginx is not installed"
fi

check load
exit $failed
