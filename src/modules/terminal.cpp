// Modules termios and fcntl: settings of terminals and of descriptors. Descriptors are numbers or objects with fileno().
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

#include "modules/support.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

constexpr size_t kMaxArgument = 1024;  // bytes that fcntl() and ioctl() copy

Class* g_termios_error;

Result<int> descriptor_reenter(Vm& vm, Value value) {
  if (!value.is_int()) {
    COIL_TRY(Value method, find_attr_reenter(vm, value, intern(vm, "fileno")));
    if (method.is_stop()) return raise_type_error(vm, "argument must be an int, or have a fileno() method.");
    COIL_TRY(value, call_reenter(vm, method, {}));
    if (!value.is_int()) return raise_type_error(vm, "fileno() returned a non-integer");
  }
  COIL_TRY(int descriptor, c_int_reenter(vm, value));
  if (descriptor < 0) return raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", descriptor);
  return descriptor;
}

// -- termios

Error raise_termios(Vm& vm) {
  int number = errno;
  COIL_TRY(Str* text, new_str(vm, std::strerror(number)));
  COIL_TRY(Value exception, call_reenter(vm, g_termios_error, {Value::small_int(number), text}));
  return raise_exception(vm, exception);
}
Result<Value> terminal_outcome(Vm& vm, int result) {
  if (result < 0) return raise_termios(vm);
  return none();
}

NATIVE(termios_tcgetattr, "tcgetattr(fd, /)", "[iflag, oflag, cflag, lflag, ispeed, ospeed, characters] of a terminal.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  termios mode{};
  if (tcgetattr(descriptor, &mode) < 0) return raise_termios(vm);
  COIL_TRY(List* characters, new_list(vm));
  bool canonical = mode.c_lflag & ICANON;
  for (size_t i = 0; i < NCCS; i++) {
    if (!canonical && (i == VMIN || i == VTIME)) {
      COIL_CHECK(list_append(vm, characters, Value::small_int(mode.c_cc[i])));
      continue;
    }
    COIL_TRY(Bytes* character, new_bytes(vm, &mode.c_cc[i], 1));
    COIL_CHECK(list_append(vm, characters, character));
  }
  COIL_TRY(List* list, new_list(vm));
  for (unsigned flags : {mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag, cfgetispeed(&mode), cfgetospeed(&mode)}) {
    COIL_CHECK(list_append(vm, list, Value::small_int(flags)));
  }
  COIL_CHECK(list_append(vm, list, characters));
  return Value(list);
}

NATIVE(termios_tcsetattr, "tcsetattr(fd, when, attributes, /)", "Set what tcgetattr() returns.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int when, c_int_reenter(vm, args[1]));
  if (!args[2].is(Kind::List) || args[2].as<List>()->size != 7) return raise_type_error(vm, "tcsetattr, arg 3: must be 7 element list");
  COIL_TRY(List* given, list_from_iterable_reenter(vm, args[2]));
  Value characters = given->items()[6];
  if (!characters.is(Kind::List) || characters.as<List>()->size != NCCS) {
    return raise_type_error(vm, "tcsetattr: attributes[6] must be %d element list", NCCS);
  }
  termios mode{};
  if (tcgetattr(descriptor, &mode) < 0) return raise_termios(vm);
  unsigned numbers[6];
  for (size_t i = 0; i < 6; i++) {
    COIL_TRY(int64_t number, index_int64_reenter(vm, given->items()[i]));
    numbers[i] = static_cast<unsigned>(number);
  }
  mode.c_iflag = numbers[0];
  mode.c_oflag = numbers[1];
  mode.c_cflag = numbers[2];
  mode.c_lflag = numbers[3];
  COIL_TRY(List* units, list_from_iterable_reenter(vm, characters));
  for (size_t i = 0; i < NCCS && i < units->size; i++) {
    Value unit = units->items()[i];
    if (unit.is(Kind::Bytes) && unit.as<Bytes>()->size == 1) {
      mode.c_cc[i] = unit.as<Bytes>()->data[0];
    } else if (unit.is_int()) {
      COIL_TRY(int number, c_int_reenter(vm, unit));
      mode.c_cc[i] = static_cast<cc_t>(number);
    } else {
      return raise_type_error(vm, "tcsetattr: elements of attributes must be characters or integers");
    }
  }
  if (cfsetispeed(&mode, numbers[4]) < 0 || cfsetospeed(&mode, numbers[5]) < 0) return raise_termios(vm);
  return terminal_outcome(vm, tcsetattr(descriptor, when, &mode));
}

NATIVE(termios_tcsendbreak, "tcsendbreak(fd, duration, /)", "Send a break.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int duration, c_int_reenter(vm, args[1]));
  return terminal_outcome(vm, tcsendbreak(descriptor, duration));
}
NATIVE(termios_tcdrain, "tcdrain(fd, /)", "Wait until all output was sent.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  return terminal_outcome(vm, tcdrain(descriptor));
}
NATIVE(termios_tcflush, "tcflush(fd, queue, /)", "Throw away what waits to be read or sent.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int queue, c_int_reenter(vm, args[1]));
  return terminal_outcome(vm, tcflush(descriptor, queue));
}
NATIVE(termios_tcflow, "tcflow(fd, action, /)", "Suspend or resume input or output.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int action, c_int_reenter(vm, args[1]));
  return terminal_outcome(vm, tcflow(descriptor, action));
}
NATIVE(termios_tcgetwinsize, "tcgetwinsize(fd, /)", "(rows, columns) of a terminal.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return raise_termios(vm);
  return make_tuple(vm, {Value::small_int(size.ws_row), Value::small_int(size.ws_col)});
}
NATIVE(termios_tcsetwinsize, "tcsetwinsize(fd, winsize, /)", "Set the (rows, columns) of a terminal.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  if (!is_iterable(class_of(args[1]))) return raise_type_error(vm, "tcsetwinsize, arg 2: must be a two-item sequence");
  COIL_TRY(Tuple* given, tuple_from_iterable_reenter(vm, args[1]));
  if (given->size != 2) return raise_type_error(vm, "tcsetwinsize, arg 2: must be a two-item sequence");
  COIL_TRY(int rows, c_int_reenter(vm, given->items[0]));
  COIL_TRY(int columns, c_int_reenter(vm, given->items[1]));
  if (rows < 0 || rows > USHRT_MAX || columns < 0 || columns > USHRT_MAX) {
    return raise(vm, Exc::OverflowError, "winsize value(s) out of range.");
  }
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return raise_termios(vm);
  size.ws_row = static_cast<unsigned short>(rows);
  size.ws_col = static_cast<unsigned short>(columns);
  return terminal_outcome(vm, ioctl(descriptor, TIOCSWINSZ, &size));
}

using Constant = std::pair<const char*, int64_t>;
#define CONSTANT(name) Constant{#name, static_cast<int64_t>(name)}
constexpr Constant kTermiosConstants[] = {
    CONSTANT(B0), CONSTANT(B50), CONSTANT(B75), CONSTANT(B110), CONSTANT(B134), CONSTANT(B150), CONSTANT(B200), CONSTANT(B300), CONSTANT(B600),
    CONSTANT(B1200), CONSTANT(B1800), CONSTANT(B2400), CONSTANT(B4800), CONSTANT(B9600), CONSTANT(B19200), CONSTANT(B38400), CONSTANT(B57600),
    CONSTANT(B115200), CONSTANT(B230400), CONSTANT(B460800), CONSTANT(B921600), CONSTANT(TCSANOW), CONSTANT(TCSADRAIN), CONSTANT(TCSAFLUSH),
    CONSTANT(TCIFLUSH), CONSTANT(TCOFLUSH), CONSTANT(TCIOFLUSH), CONSTANT(TCOOFF), CONSTANT(TCOON), CONSTANT(TCIOFF), CONSTANT(TCION),
    CONSTANT(IGNBRK), CONSTANT(BRKINT), CONSTANT(IGNPAR), CONSTANT(PARMRK), CONSTANT(INPCK), CONSTANT(ISTRIP), CONSTANT(INLCR), CONSTANT(IGNCR),
    CONSTANT(ICRNL), CONSTANT(IUCLC), CONSTANT(IXON), CONSTANT(IXANY), CONSTANT(IXOFF), CONSTANT(IMAXBEL), CONSTANT(OPOST), CONSTANT(OLCUC),
    CONSTANT(ONLCR), CONSTANT(OCRNL), CONSTANT(ONOCR), CONSTANT(ONLRET), CONSTANT(OFILL), CONSTANT(OFDEL), CONSTANT(CSIZE), CONSTANT(CSTOPB),
    CONSTANT(CREAD), CONSTANT(PARENB), CONSTANT(PARODD), CONSTANT(HUPCL), CONSTANT(CLOCAL), CONSTANT(CRTSCTS), CONSTANT(CS5), CONSTANT(CS6),
    CONSTANT(CS7), CONSTANT(CS8), CONSTANT(ISIG), CONSTANT(ICANON), CONSTANT(ECHO), CONSTANT(ECHOE), CONSTANT(ECHOK), CONSTANT(ECHONL),
    CONSTANT(ECHOCTL), CONSTANT(ECHOPRT), CONSTANT(ECHOKE), CONSTANT(FLUSHO), CONSTANT(NOFLSH), CONSTANT(TOSTOP), CONSTANT(PENDIN),
    CONSTANT(IEXTEN), CONSTANT(VINTR), CONSTANT(VQUIT), CONSTANT(VERASE), CONSTANT(VKILL), CONSTANT(VEOF), CONSTANT(VTIME), CONSTANT(VMIN),
    CONSTANT(VSWTC), CONSTANT(VSTART), CONSTANT(VSTOP), CONSTANT(VSUSP), CONSTANT(VEOL), CONSTANT(VREPRINT), CONSTANT(VDISCARD),
    CONSTANT(VWERASE), CONSTANT(VLNEXT), CONSTANT(VEOL2), CONSTANT(NCCS), CONSTANT(FIONREAD), CONSTANT(FIONBIO), CONSTANT(FIOCLEX),
    CONSTANT(FIONCLEX), CONSTANT(FIOASYNC), CONSTANT(TIOCGWINSZ), CONSTANT(TIOCSWINSZ), CONSTANT(TIOCGPGRP), CONSTANT(TIOCSPGRP),
    CONSTANT(TIOCSCTTY), CONSTANT(TIOCNOTTY), CONSTANT(TIOCINQ), CONSTANT(TIOCOUTQ), CONSTANT(TIOCSTI), CONSTANT(TIOCEXCL), CONSTANT(TIOCNXCL),
    CONSTANT(TIOCMGET), CONSTANT(TIOCMSET), CONSTANT(TIOCMBIS), CONSTANT(TIOCMBIC), CONSTANT(TCGETS), CONSTANT(TCSETS), CONSTANT(TCSETSW),
    CONSTANT(TCSETSF), CONSTANT(TCSBRK), CONSTANT(TCXONC), CONSTANT(TCFLSH), Constant{"VSWTCH", VSWTC},
    CONSTANT(B1000000), CONSTANT(B1152000), CONSTANT(B1500000), CONSTANT(B2000000), CONSTANT(B2500000), CONSTANT(B3000000), CONSTANT(B3500000),
    CONSTANT(B4000000), CONSTANT(B500000), CONSTANT(B576000), CONSTANT(BS0), CONSTANT(BS1), CONSTANT(BSDLY), CONSTANT(CBAUD), CONSTANT(CBAUDEX),
    CONSTANT(CDSUSP), CONSTANT(CEOF), CONSTANT(CEOL), CONSTANT(CEOT), CONSTANT(CERASE), CONSTANT(CFLUSH), CONSTANT(CIBAUD), CONSTANT(CINTR),
    CONSTANT(CKILL), CONSTANT(CLNEXT), CONSTANT(CQUIT), CONSTANT(CR0), CONSTANT(CR1), CONSTANT(CR2), CONSTANT(CR3), CONSTANT(CRDLY), CONSTANT(CRPRNT),
    CONSTANT(CSTART), CONSTANT(CSTOP), CONSTANT(CSUSP), CONSTANT(CWERASE), CONSTANT(EXTA), CONSTANT(EXTB), CONSTANT(FF0), CONSTANT(FF1),
    CONSTANT(FFDLY), CONSTANT(IOCSIZE_MASK), CONSTANT(IOCSIZE_SHIFT), CONSTANT(NCC), CONSTANT(NL0), CONSTANT(NL1), CONSTANT(NLDLY), CONSTANT(N_MOUSE),
    CONSTANT(N_PPP), CONSTANT(N_SLIP), CONSTANT(N_STRIP), CONSTANT(N_TTY), CONSTANT(TAB0), CONSTANT(TAB1), CONSTANT(TAB2), CONSTANT(TAB3),
    CONSTANT(TABDLY), CONSTANT(TCGETA), CONSTANT(TCSBRKP), CONSTANT(TCSETA), CONSTANT(TCSETAF), CONSTANT(TCSETAW), CONSTANT(TIOCCONS),
    CONSTANT(TIOCGETD), CONSTANT(TIOCGICOUNT), CONSTANT(TIOCGLCKTRMIOS), CONSTANT(TIOCGSERIAL), CONSTANT(TIOCGSOFTCAR), CONSTANT(TIOCLINUX),
    CONSTANT(TIOCMIWAIT), CONSTANT(TIOCM_CAR), CONSTANT(TIOCM_CD), CONSTANT(TIOCM_CTS), CONSTANT(TIOCM_DSR), CONSTANT(TIOCM_DTR), CONSTANT(TIOCM_LE),
    CONSTANT(TIOCM_RI), CONSTANT(TIOCM_RNG), CONSTANT(TIOCM_RTS), CONSTANT(TIOCM_SR), CONSTANT(TIOCM_ST), CONSTANT(TIOCPKT), CONSTANT(TIOCPKT_DATA),
    CONSTANT(TIOCPKT_DOSTOP), CONSTANT(TIOCPKT_FLUSHREAD), CONSTANT(TIOCPKT_FLUSHWRITE), CONSTANT(TIOCPKT_NOSTOP), CONSTANT(TIOCPKT_START),
    CONSTANT(TIOCPKT_STOP), CONSTANT(TIOCSERCONFIG), CONSTANT(TIOCSERGETLSR), CONSTANT(TIOCSERGETMULTI), CONSTANT(TIOCSERGSTRUCT),
    CONSTANT(TIOCSERGWILD), CONSTANT(TIOCSERSETMULTI), CONSTANT(TIOCSERSWILD), CONSTANT(TIOCSER_TEMT), CONSTANT(TIOCSETD), CONSTANT(TIOCSLCKTRMIOS),
    CONSTANT(TIOCSSERIAL), CONSTANT(TIOCSSOFTCAR), CONSTANT(VT0), CONSTANT(VT1), CONSTANT(VTDLY), CONSTANT(XCASE), CONSTANT(XTABS),
};

Result<void> add_constants(Vm& vm, Dict* ns, std::span<const Constant> constants) {
  for (auto [name, number] : constants) COIL_CHECK(module_set_int(vm, ns, name, number));
  return ok();
}

Result<void> init_termios(Vm& vm, Dict* ns) {
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::Exception)}));
  COIL_TRY(Dict* members, new_dict(vm));
  COIL_CHECK(module_set_str(vm, members, "__module__", "termios"));
  COIL_TRY(g_termios_error, new_class_reenter(vm, vm.type(Kind::Class), intern(vm, "error"), bases, members, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, g_termios_error));
  COIL_CHECK(module_set(vm, ns, "error", g_termios_error));
  return add_constants(vm, ns, kTermiosConstants);
}

// -- fcntl

/// A call that was interrupted is made again after the signal's handlers have run.
template <class Call>
Result<int> retried_reenter(Vm& vm, Call call) {
  for (;;) {
    int result = call();
    if (result >= 0) return result;
    if (errno != EINTR) return raise_os_error(vm, errno);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

NATIVE(fcntl_fcntl, "fcntl(fd, cmd, arg=0, /)", "An operation on a descriptor; bytes as argument are a structure, and the result is it.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int command, c_int_reenter(vm, args[1]));
  ByteSpan bytes;
  if (args.has(2) && !args[2].is_int() && byte_span(args[2], &bytes)) {
    if (bytes.size > kMaxArgument) return raise_value_error(vm, "fcntl string arg too long");
    uint8_t structure[kMaxArgument + 1] = {};
    size_t size = bytes.size;
    if (size) std::memcpy(structure, bytes.data, size);
    COIL_CHECK(retried_reenter(vm, [&] { return ::fcntl(descriptor, command, structure); }));
    return new_bytes(vm, structure, size);
  }
  int64_t number = 0;
  if (args.has(2)) COIL_CHECK([&]() -> Result<void> { COIL_TRY(number, index_int64_reenter(vm, args[2])); return ok(); }());
  COIL_TRY(int result, retried_reenter(vm, [&] { return ::fcntl(descriptor, command, static_cast<long>(number)); }));
  return Value::small_int(result);
}

NATIVE(fcntl_ioctl, "ioctl(fd, request, arg=0, mutate_flag=True, /)",
       "An operation on a device. Bytes as argument are a structure, and the result is it; of a bytearray that may change the result is the number.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int64_t request_number, index_int64_reenter(vm, args[1]));
  auto request = static_cast<unsigned long>(static_cast<uint32_t>(request_number));
  bool mutate = true;
  if (args.has(3)) {
    COIL_TRY(bool wanted, truthy_reenter(vm, args[3]));
    mutate = wanted;
  }
  ByteSpan bytes;
  if (args.has(2) && !args[2].is_int() && byte_span(args[2], &bytes)) {
    size_t size = bytes.size;
    if (size > kMaxArgument) return raise_value_error(vm, "ioctl string arg too long");
    uint8_t structure[kMaxArgument + 1] = {};
    if (size) std::memcpy(structure, bytes.data, size);
    COIL_TRY(int result, retried_reenter(vm, [&] { return ::ioctl(descriptor, request, structure); }));
    if (!args[2].is(Kind::ByteArray) || !mutate) return new_bytes(vm, structure, size);
    // The handlers of a signal may have changed its size.
    auto* array = args[2].as<ByteArray>();
    if (array->size) std::memcpy(const_cast<uint8_t*>(bytearray_span(array).data), structure, std::min(size, array->size));
    return Value::small_int(result);
  }
  int64_t number = 0;
  if (args.has(2)) {
    if (!args[2].is_int()) return raise_type_error(vm, "ioctl requires a file or file descriptor, an integer and optionally an integer or buffer argument");
    COIL_TRY(number, index_int64_reenter(vm, args[2]));
  }
  COIL_TRY(int result, retried_reenter(vm, [&] { return ::ioctl(descriptor, request, static_cast<long>(number)); }));
  return Value::small_int(result);
}

NATIVE(fcntl_flock, "flock(fd, operation, /)", "Lock or unlock a whole file.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int operation, c_int_reenter(vm, args[1]));
  COIL_CHECK(retried_reenter(vm, [&] { return ::flock(descriptor, operation); }));
  return none();
}

NATIVE(fcntl_lockf, "lockf(fd, cmd, len=0, start=0, whence=0, /)", "Lock or unlock a part of a file.") {
  COIL_TRY(int descriptor, descriptor_reenter(vm, args[0]));
  COIL_TRY(int operation, c_int_reenter(vm, args[1]));
  int64_t numbers[3] = {};
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(2 + i)) continue;
    COIL_TRY(numbers[i], index_int64_reenter(vm, args[2 + i]));
  }
  struct flock lock{};
  if (operation == LOCK_UN) lock.l_type = F_UNLCK;
  else if (operation & LOCK_SH) lock.l_type = F_RDLCK;
  else if (operation & LOCK_EX) lock.l_type = F_WRLCK;
  else return raise_value_error(vm, "unrecognized lockf argument");
  lock.l_len = numbers[0];
  lock.l_start = numbers[1];
  lock.l_whence = static_cast<short>(numbers[2]);
  COIL_CHECK(retried_reenter(vm, [&] { return ::fcntl(descriptor, operation & LOCK_NB ? F_SETLK : F_SETLKW, &lock); }));
  return none();
}

constexpr Constant kFcntlConstants[] = {
    CONSTANT(LOCK_SH), CONSTANT(LOCK_EX), CONSTANT(LOCK_NB), CONSTANT(LOCK_UN), CONSTANT(F_DUPFD), CONSTANT(F_DUPFD_CLOEXEC),
    CONSTANT(F_GETFD), CONSTANT(F_SETFD), CONSTANT(F_GETFL), CONSTANT(F_SETFL), CONSTANT(F_GETLK), CONSTANT(F_SETLK), CONSTANT(F_SETLKW),
    CONSTANT(F_GETOWN), CONSTANT(F_SETOWN), CONSTANT(F_GETSIG), CONSTANT(F_SETSIG), CONSTANT(F_RDLCK), CONSTANT(F_WRLCK), CONSTANT(F_UNLCK),
    CONSTANT(F_GETPIPE_SZ), CONSTANT(F_SETPIPE_SZ), CONSTANT(F_GETLEASE), CONSTANT(F_SETLEASE), CONSTANT(FD_CLOEXEC), CONSTANT(FASYNC),
    CONSTANT(DN_ACCESS), CONSTANT(DN_ATTRIB), CONSTANT(DN_CREATE), CONSTANT(DN_DELETE), CONSTANT(DN_MODIFY), CONSTANT(DN_MULTISHOT),
    CONSTANT(DN_RENAME), CONSTANT(F_ADD_SEALS), CONSTANT(F_EXLCK), CONSTANT(F_GETLK64), CONSTANT(F_GET_SEALS), CONSTANT(F_NOTIFY),
    CONSTANT(F_OFD_GETLK), CONSTANT(F_OFD_SETLK), CONSTANT(F_OFD_SETLKW), CONSTANT(F_SEAL_GROW), CONSTANT(F_SEAL_SEAL), CONSTANT(F_SEAL_SHRINK),
    CONSTANT(F_SEAL_WRITE), CONSTANT(F_SETLK64), CONSTANT(F_SETLKW64), CONSTANT(F_SHLCK), CONSTANT(LOCK_MAND), CONSTANT(LOCK_READ), CONSTANT(LOCK_RW),
    CONSTANT(LOCK_WRITE),
};
#undef CONSTANT

Result<void> init_fcntl(Vm& vm, Dict* ns) { return add_constants(vm, ns, kFcntlConstants); }

}  // namespace

MODULE(termios_native, "termios", "Settings of terminals.", init_termios, FN(termios_tcgetattr), FN(termios_tcsetattr), FN(termios_tcsendbreak),
       FN(termios_tcdrain), FN(termios_tcflush), FN(termios_tcflow), FN(termios_tcgetwinsize), FN(termios_tcsetwinsize))
MODULE(fcntl_native, "fcntl", "Operations on descriptors: flags, locks, devices.", init_fcntl, FN(fcntl_fcntl), FN(fcntl_ioctl),
       FN(fcntl_flock), FN(fcntl_lockf))

}  // namespace coil
