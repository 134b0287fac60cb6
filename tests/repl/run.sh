#!/bin/sh
# The prompt on a real terminal: each case drives a coil of its own in tmux and waits for what the screen should show.
# Usage: run.sh COIL [CASE...]
set -u
coil=$(realpath "$1")
shift
tests=$(dirname "$(realpath "$0")")
folder=$(mktemp -d)
terminals=0
export HOME="$folder" LC_ALL=C.UTF-8
unset COIL_HISTORY XDG_STATE_HOME NO_COLOR FORCE_COLOR TMUX
patience=${COIL_TEST_PATIENCE:-30} # seconds that a slow machine may take for a step

run_tmux() { tmux -S "$folder/tmux$terminals" -f /dev/null "$@"; }
cleanup() {
  run_tmux kill-server 2>/dev/null
  rm -rf "$folder"
}
trap cleanup EXIT

screen() { run_tmux capture-pane -p -J | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
fail() {
  echo "FAILED $case: $1"
  echo "--- the screen:"
  screen
  echo "---"
  failures=$((failures + 1))
  return 1
}
# wait_until MESSAGE COMMAND...: tries the command until it succeeds.
wait_until() {
  message=$1
  shift
  tries=$((patience * 20))
  while [ $tries -gt 0 ]; do
    if "$@"; then return 0; fi
    sleep 0.05
    tries=$((tries - 1))
  done
  fail "$message"
}
shows() { screen | grep -qF -- "$1"; }
shows_line() { screen | grep -qxF -- "$1"; }
hides() { ! shows "$1"; }
last_line_is() { [ "$(screen | tail -n 1 | sed 's/ *$//')" = "$1" ]; }
expect() { wait_until "expected: $1" shows "$1"; }
expect_line() { wait_until "expected the line: $1" shows_line "$1"; }
expect_gone() { wait_until "not expected: $1" hides "$1"; }
expect_last() { wait_until "expected the last line: $1" last_line_is "$1"; }
type_text() { run_tmux send-keys -l -- "$1"; }
key() { run_tmux send-keys "$@"; }
# Types a line and waits for it to be on the screen before Enter.
enter() {
  type_text "$1"
  expect "$1"
  key Enter
}
prompt() { expect_last '>>>'; }
# start WIDTH HEIGHT COMMAND: a new terminal.
start() {
  run_tmux kill-server 2>/dev/null
  terminals=$((terminals + 1))
  rm -f "$folder/ended"
  run_tmux new-session -d -x "$1" -y "$2" "$3; echo ended with \$? >$folder/ended; exec sleep 1000"
}
start_coil() {
  start 80 24 "$coil"
  expect 'Coil'
  prompt
}
has_ended() { [ -f "$folder/ended" ]; }
expect_end() { wait_until "the program should end" has_ended && { grep -qx "ended with $1" "$folder/ended" || fail "$(cat "$folder/ended"), not $1"; }; }

case_multi_line_edit() {
  start_coil
  enter 'for i in range(2):'
  expect_last '...'
  enter 'print(i)'
  key Up Up End
  key BSpace BSpace BSpace
  type_text '3):'
  key M-'>'
  type_text 'print("end", i)'
  key Enter
  key Enter
  expect_line 'end 2'
  prompt
  key Up
  expect_last '...     print("end", i)'
  key Enter
  prompt
}

case_paste() {
  start_coil
  i=0
  while [ $i -lt 1000 ]; do
    echo "def f$i():"
    echo "    return $i"
    echo
    i=$((i + 1))
  done >"$folder/paste"
  echo 'f999() + sum(f() for f in (f1, f2))' >>"$folder/paste"
  run_tmux load-buffer "$folder/paste"
  run_tmux paste-buffer -p
  expect 'f999() + sum'
  key Enter
  expect_line '1002'
  prompt
}

case_history() {
  rm -f "$folder/.coil_history"
  start_coil
  enter 'first = 1'
  prompt
  enter 'if True:'
  enter 'second = 2'
  key Enter
  prompt
  key C-d
  expect_end 0
  start_coil
  key Up
  expect '...     second = 2'
  key C-c
  prompt
  type_text 'fi'
  key Up
  expect_last '>>> first = 1'
  key C-u
  key C-r
  expect 'search back:'
  type_text 'rue:'
  expect 'search back: rue:'
  expect '>>> if True:'
  key Enter
  enter 'second + 40'
  expect_line '42'
  prompt
  [ "$(stat -c %a "$folder/.coil_history")" = 600 ] || fail 'the history should be private'
}

case_completion() {
  start_coil
  enter 'import collections, asyncio'
  prompt
  type_text 'asyncio.create_ta'
  key Tab
  expect_last '>>> asyncio.create_task'
  key C-u
  type_text 'collections.O'
  key Tab
  expect_last '>>> collections.OrderedDict'
  key C-u
  enter 'd = {"alpha": 1, "beta": 2, "alphabet": 3}'
  prompt
  type_text 'd["al'
  key Tab
  expect 'd["alpha'
  expect '"alphabet"]'
  key C-u
  type_text 'import asynci'
  key Tab
  expect_last '>>> import asyncio'
  key C-c
  prompt
  enter 'class Trap:'
  enter '__dir__ = lambda self: 1/0'
  enter 'loud = property(lambda self: print("never"))'
  key Enter
  prompt
  enter 't = Trap()'
  prompt
  type_text 't.loud.'
  key Tab
  type_text 'x'
  expect_last '>>> t.loud.x'
  ! screen | grep -qx 'never' || fail 'completion ran a property'
  key C-c
  prompt
  enter 'class Meta(type): __getattr__ = lambda self, name: print("never")'
  key Enter
  prompt
  enter 'class Spy(metaclass=Meta):'
  enter '__getattribute__ = lambda self, name: print("never")'
  enter 'field = 1'
  key Enter
  prompt
  enter 'class Owner: spy = Spy()'
  key Enter
  prompt
  type_text 'Owner.spy.f'
  key Tab
  expect_last '>>> Owner.spy.field'
  ! screen | grep -qx 'never' || fail 'completion ran a hook of the program'
}

# Files of the program with names of the library's modules.
case_shadowed_modules() {
  for name in _prompt _prompt_commands _prompt_completion asyncio inspect re; do
    echo "raise Exception('the file $name.py was run')" >"$folder/$name.py"
  done
  start 80 24 "cd $folder && $coil"
  prompt
  enter ':tasks'
  expect_line 'There are no unfinished tasks.'
  type_text 'isinst'
  key Tab
  expect_last '>>> isinstance'
  key C-u
  enter 'import asyncio; await asyncio.sleep(0, 6 * 7)'
  expect_line '42'
  prompt
  # A prompt that cannot be says so once.
  echo 'import asyncio' >"$folder/script.py"
  echo >"$folder/asyncio.py"
  start 80 24 "cd $folder && $coil -i script.py"
  expect_end 1
  expect_line 'coil: the prompt cannot go on'
  [ "$(screen | grep -c '^ImportError')" = 1 ] || fail 'the error should be there once'
  rm "$folder"/*.py
}

# The program takes the terminal away: the prompt reads lines from what is there, or ends with one error.
case_lost_terminal() {
  # A task that reads standard input itself: Ctrl-C gives it back.
  start_coil
  enter 'import asyncio; loop = asyncio.get_event_loop()'
  prompt
  enter 'def take(): loop.remove_reader(0); print("taken")'
  key Enter
  prompt
  enter 'timer = loop.call_later(0.1, take)'
  expect_line 'taken'
  key C-c
  expect '^C'
  prompt
  enter '6 * 7'
  expect_line '42'
  start 80 24 "$coil"
  prompt
  enter 'import os; os.close(0)'
  expect_end 1
  [ "$(screen | grep -c 'OSError: .Errno 9. Bad file descriptor')" = 1 ] || fail 'the error should be there once'
  printf 'print(6 *\n7)\n' >"$folder/lines"
  start 80 24 "$coil"
  prompt
  enter "import os; os.dup2(os.open('$folder/lines', os.O_RDONLY), 0)"
  expect_end 0
  expect '... 42'
}

case_resize() {
  start 60 12 "$coil"
  prompt
  enter 'def long(argument):'
  type_text 'return "0123456789abcdefghijklmnopqrstuvwxyz"'
  expect_last '...     return "0123456789abcdefghijklmnopqrstuvwxyz"'
  run_tmux resize-window -x 40 -y 12
  type_text '  # '
  expect '# '
  run_tmux resize-window -x 70 -y 12
  type_text 'wide'
  expect_line '...     return "0123456789abcdefghijklmnopqrstuvwxyz"  # wide'
  [ "$(screen | grep -c 'def long')" = 1 ] || fail 'the block should be there once'
  key Enter
  key Enter
  prompt
}

case_background_output() {
  start_coil
  enter 'import asyncio'
  prompt
  enter 'async def tick():'
  enter 'for i in range(1000000):'
  enter 'await asyncio.sleep(0.05)'
  enter 'print("tick", i)'
  key Enter
  prompt
  enter 'task = asyncio.create_task(tick())'
  type_text 'half = "typed"'
  expect_last '>>> half = "typed"'
  expect_line 'tick 3'
  expect_last '>>> half = "typed"'
  key Enter
  type_text 'task.cancel(), half'
  expect '>>> task.cancel(), half'
  key Enter
  expect_line "(True, 'typed')"
  prompt
  enter 'async def fail(): 1/0'
  key Enter
  prompt
  enter 'task = asyncio.create_task(fail())'
  expect_line 'ZeroDivisionError: division by zero'
  expect 'failed:'
  prompt
}

case_ctrl_c() {
  start_coil
  # At the prompt: it clears what is typed.
  type_text 'half typed'
  expect 'half typed'
  key C-c
  expect '^C'
  prompt
  # While an input waits: only that is cancelled.
  enter 'import asyncio'
  prompt
  enter 'other = asyncio.create_task(asyncio.sleep(1000))'
  prompt
  enter 'print("waits"); await asyncio.sleep(1000)'
  expect_line 'waits'
  key C-c
  expect_line 'KeyboardInterrupt'
  prompt
  enter 'other.done()'
  expect_line 'False'
  # While a statement computes.
  # While a value is printed on a terminal that was stopped.
  enter 'import time; x = list(range(100000))'
  prompt
  enter 'print("starts"); time.sleep(2); x'
  expect_line 'starts'
  key C-s
  sleep 3
  key C-c
  expect_line 'KeyboardInterrupt'
  prompt
  ! shows '99999]' || fail 'the rest of the value should not be shown'
  enter 'print("computes")'
  expect_line 'computes'
  enter 'while True: print("busy", end=""); other = 1'
  key Enter
  expect 'busybusy'
  key C-c
  prompt
  # A task that never gives the loop back: the second one interrupts it.
  enter 'async def spin():'
  enter 'print("spins")'
  enter 'while True: pass'
  key Enter
  key Enter
  enter 'task = asyncio.create_task(spin())'
  expect_line 'spins'
  key C-c
  sleep 0.5  # on a busy machine the two would come as one signal
  key C-c
  expect_line 'KeyboardInterrupt'
  prompt
  enter '6 * 7'
  expect_line '42'
  prompt
}

case_ctrl_z() {
  start_coil
  enter 'import asyncio'
  prompt
  enter 'result = await asyncio.sleep(0.5, "late"); print("done", result)'
  key C-z
  expect 'in the background'
  prompt
  enter '1 + 1'
  expect_line '2'
  expect_line 'done late'
  prompt
  # At the prompt it stops the process, as the shell's jobs do.
  start_shell
  enter "$coil"
  prompt
  type_text 'half = 1'
  expect_last '>>> half = 1'
  key C-z
  expect_last 'shell>'
  enter 'modes'
  expect_line 'icanon'
  enter 'fg'
  expect_last '>>> half = 1'
  key Enter
  prompt
  enter 'half + 41'
  expect_line '42'
}

# A shell with job control; `modes` in it shows whether the terminal gives whole lines again.
start_shell() {
  printf '#!/bin/sh\nstty -a | tr " " "\\n" | grep icanon\n' >"$folder/modes"
  chmod +x "$folder/modes"
  start 80 24 "PS1='shell> ' PATH=$folder:\$PATH sh -i"
  expect_last 'shell>'
}

case_ends() {
  for farewell in 'exit' 'quit' 'import os; os._exit(3)' 'raise SystemExit(3)'; do
    start_shell
    enter "$coil"
    prompt
    enter "$farewell"
    expect_last 'shell>'
    enter 'modes'
    expect_line 'icanon'
  done
  # A task that leaves while a line is edited.
  start_shell
  enter "$coil"
  prompt
  enter 'import asyncio, os; asyncio.get_event_loop().call_later(0.1, os._exit, 4)'
  expect_last 'shell>'
  enter 'echo status $?; modes'
  expect_line 'status 4'
  expect_line 'icanon'
  # The terminal goes away.
  rm -f "$folder/.coil_history"
  start 80 24 "$coil"
  prompt
  enter 'import os; open(os.environ["HOME"] + "/pid", "w").write(str(os.getpid()))'
  prompt
  type_text 'half'
  pid=$(cat "$folder/pid")
  run_tmux kill-server
  wait_until 'it should end with its terminal' is_gone "$pid"
  grep -q 'import os' "$folder/.coil_history" || fail 'the history should have been written'
}
is_gone() { ! kill -0 "$1" 2>/dev/null; }

case_bad_input() {
  start_coil
  key -H ff fe 80 c3 28 1b 5b 39 39 39 39 7a 00 e2 82
  type_text ' tail'
  expect 'tail'
  key C-c
  prompt
  enter 'class Bad:'
  enter '__repr__ = lambda self: 1/0'
  key Enter
  prompt
  enter 'Bad()'
  expect_line 'ZeroDivisionError: division by zero'
  prompt
  enter 'import sys; sys.displayhook = None'
  prompt
  enter '5'
  expect 'TypeError'
  prompt
  enter 'sys.displayhook = sys.__displayhook__; 6 * 7'
  expect_line '42'
  prompt
  # A history that is binary garbage, then one that can't be written.
  head -c 100000 /dev/urandom >"$folder/.coil_history"
  start_coil
  enter '6 * 7'
  expect_line '42'
  prompt
  rm -f "$folder/.coil_history"
  mkdir "$folder/.coil_history"
  start 80 24 "$coil"
  expect 'history file'
  prompt
  enter '6 * 7'
  expect_line '42'
  rmdir "$folder/.coil_history"
}

case_after_a_script() {
  cat >"$folder/script.py" <<'END'
import asyncio
async def tick():
    while True:
        await asyncio.sleep(0.05)
        print("tick")
async def main():
    global task
    task = asyncio.create_task(tick())
    await asyncio.sleep(0)
asyncio.run(main())
print("script ends")
END
  start 80 24 "$coil -i $folder/script.py"
  expect_line 'script ends'
  expect_line 'tick'
  type_text 'task.cancel()'
  expect_last '>>> task.cancel()'
  key Enter
  expect_line 'True'
  prompt
}

cases=${*:-$(sed -n 's/^case_\([a-z_]*\)() {$/\1/p' "$tests/run.sh")}
failures=0
for case in $cases; do
  "case_$case"
done
[ $failures -eq 0 ] && echo "all cases pass: $(echo $cases)"
exit $((failures > 0))
