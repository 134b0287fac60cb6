// Module errno: the numbers of the operating system's errors.
#include <cerrno>

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"

namespace coil {

static Result<void> init_errno(Vm& vm, Dict* ns) {
  struct Row { const char* name; int number; };
#define ROW(name) {#name, name}
  static constexpr Row kRows[] = {
      ROW(EPERM), ROW(ENOENT), ROW(ESRCH), ROW(EINTR), ROW(EIO), ROW(ENXIO), ROW(E2BIG), ROW(ENOEXEC), ROW(EBADF), ROW(ECHILD),
      ROW(EAGAIN), ROW(ENOMEM), ROW(EACCES), ROW(EFAULT), ROW(ENOTBLK), ROW(EBUSY), ROW(EEXIST), ROW(EXDEV), ROW(ENODEV), ROW(ENOTDIR),
      ROW(EISDIR), ROW(EINVAL), ROW(ENFILE), ROW(EMFILE), ROW(ENOTTY), ROW(ETXTBSY), ROW(EFBIG), ROW(ENOSPC), ROW(ESPIPE), ROW(EROFS),
      ROW(EMLINK), ROW(EPIPE), ROW(EDOM), ROW(ERANGE), ROW(EDEADLK), ROW(ENAMETOOLONG), ROW(ENOLCK), ROW(ENOSYS), ROW(ENOTEMPTY),
      ROW(ELOOP), ROW(EWOULDBLOCK), ROW(ENOMSG), ROW(EIDRM), ROW(ENOSTR), ROW(ENODATA), ROW(ETIME), ROW(ENOSR), ROW(ENOLINK),
      ROW(EPROTO), ROW(EBADMSG), ROW(EOVERFLOW), ROW(EILSEQ), ROW(EUSERS), ROW(ENOTSOCK), ROW(EDESTADDRREQ), ROW(EMSGSIZE),
      ROW(EPROTOTYPE), ROW(ENOPROTOOPT), ROW(EPROTONOSUPPORT), ROW(ESOCKTNOSUPPORT), ROW(EOPNOTSUPP), ROW(ENOTSUP), ROW(EPFNOSUPPORT),
      ROW(EAFNOSUPPORT), ROW(EADDRINUSE), ROW(EADDRNOTAVAIL), ROW(ENETDOWN), ROW(ENETUNREACH), ROW(ENETRESET), ROW(ECONNABORTED),
      ROW(ECONNRESET), ROW(ENOBUFS), ROW(EISCONN), ROW(ENOTCONN), ROW(ESHUTDOWN), ROW(ETOOMANYREFS), ROW(ETIMEDOUT), ROW(ECONNREFUSED),
      ROW(EHOSTDOWN), ROW(EHOSTUNREACH), ROW(EALREADY), ROW(EINPROGRESS), ROW(ESTALE), ROW(EDQUOT), ROW(ECANCELED), ROW(EOWNERDEAD),
      ROW(ENOTRECOVERABLE),
  };
#undef ROW
  COIL_TRY(Dict* codes, new_dict(vm));
  for (const Row& row : kRows) {
    COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
    COIL_TRY(Value known, dict_get_reenter(vm, codes, Value::small_int(row.number)));
    if (known.is_stop()) COIL_CHECK(dict_set_reenter(vm, codes, Value::small_int(row.number), intern(vm, row.name)));
  }
  return module_set(vm, ns, "errorcode", codes);
}

MODULE(errno_names, "errno", "Numbers of system errors.", init_errno)

}  // namespace coil
