#include "cli/terminal.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace coil {

namespace {

constexpr std::string_view kPasteMarksOn = "\x1b[?2004h", kPasteMarksOff = "\x1b[?2004l";

termios g_outside, g_inside;
volatile sig_atomic_t g_raw = 0, g_resized = 0, g_continued = 0, g_hung_up = 0;
pid_t g_owner = 0;  // a child of fork() leaves the terminal alone
void (*g_notify)() = nullptr;

void put(std::string_view bytes) { (void)!::write(STDOUT_FILENO, bytes.data(), bytes.size()); }

void enter_raw() {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &g_inside);
  put(kPasteMarksOn);
  g_raw = 1;
}

void leave_raw() {
  if (!g_raw || getpid() != g_owner) return;
  g_raw = 0;
  put(kPasteMarksOff);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &g_outside);
}

void install(int number, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  sigaction(number, &action, nullptr);
}

void on_resize(int) {
  g_resized = 1;
  g_notify();
}
void on_hang_up(int) {
  g_hung_up = 1;
  g_notify();
}
void on_continue(int) {
  int saved = errno;
  g_continued = 1;
  g_resized = 1;
  enter_raw();
  g_notify();
  errno = saved;
}
/// Ends the process as the signal would have, with the terminal as it was.
void on_deadly(int number) {
  leave_raw();
  install(number, SIG_DFL);
  raise(number);
}
void on_stop(int number) {
  int saved = errno;
  put("\r\n");
  leave_raw();
  install(number, SIG_DFL);
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &only, &before);  // stops here, until SIGCONT
  sigprocmask(SIG_SETMASK, &before, nullptr);
  install(number, on_stop);
  errno = saved;
}

/// What is taken while a line is edited. Those that end the process are left to a program that handles them.
struct Taken {
  int number;
  void (*handler)(int);
  bool only_default;
};
constexpr Taken kTaken[] = {{SIGWINCH, on_resize, false}, {SIGCONT, on_continue, false}, {SIGTSTP, on_stop, false},  {SIGHUP, on_hang_up, true},
                            {SIGTERM, on_deadly, true},   {SIGQUIT, on_deadly, true},    {SIGABRT, on_deadly, true}, {SIGSEGV, on_deadly, true},
                            {SIGBUS, on_deadly, true},    {SIGFPE, on_deadly, true},     {SIGILL, on_deadly, true}};
struct sigaction g_before[std::size(kTaken)];

}  // namespace

bool terminal_can_edit() {
  const char* kind = std::getenv("TERM");
  return kind && *kind && std::strcmp(kind, "dumb") != 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

void terminal_size(int* width, int* height) {
  winsize size{};
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *width = known && size.ws_col ? size.ws_col : 80;
  *height = known && size.ws_row ? size.ws_row : 24;
}

void terminal_write(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t wrote = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (wrote > 0) {
      bytes.remove_prefix(static_cast<size_t>(wrote));
    } else if (errno == EAGAIN) {
      pollfd wait{STDOUT_FILENO, POLLOUT, 0};
      ::poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return;  // a terminal that is gone is noticed by reading
    }
  }
}

bool terminal_has_input() {
  pollfd ready{STDIN_FILENO, POLLIN, 0};
  return ::poll(&ready, 1, 0) > 0;
}

RawTerminal::RawTerminal(void (*notify)()) {
  g_notify = notify;
  g_owner = getpid();
  if (tcgetattr(STDIN_FILENO, &g_outside) != 0) g_hung_up = errno == EIO;
  g_inside = g_outside;
  // Keys one by one and without echo. Ctrl-C stays a signal, which reaches a busy program; what was typed before it stays.
  g_inside.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IGNCR | IXON | ISTRIP);
  g_inside.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
  g_inside.c_lflag |= ISIG | NOFLSH;
  g_inside.c_oflag |= OPOST | ONLCR;
  g_inside.c_cc[VMIN] = 1;
  g_inside.c_cc[VTIME] = 0;
  for (size_t i = 0; i < std::size(kTaken); i++) {
    sigaction(kTaken[i].number, nullptr, &g_before[i]);
    bool taken = !kTaken[i].only_default || g_before[i].sa_handler == SIG_DFL;
    if (taken) install(kTaken[i].number, kTaken[i].handler);
  }
  enter_raw();
}

RawTerminal::~RawTerminal() {
  leave_raw();
  for (size_t i = 0; i < std::size(kTaken); i++) {
    // A handler that a task has set meanwhile stays.
    struct sigaction now;
    sigaction(kTaken[i].number, nullptr, &now);
    if (now.sa_handler == kTaken[i].handler) sigaction(kTaken[i].number, &g_before[i], nullptr);
  }
}

TerminalNews RawTerminal::take_news() {
  TerminalNews news{g_resized != 0, g_continued != 0, g_hung_up != 0};
  g_resized = 0;
  g_continued = 0;
  g_hung_up = 0;
  return news;
}

bool RawTerminal::is_ours() { return getpid() == g_owner; }

void RawTerminal::suspend() { raise(SIGTSTP); }

void restore_terminal() { leave_raw(); }

}  // namespace coil
