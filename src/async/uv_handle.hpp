// For files inside async/ that register something with a loop's libuv loop: the base of all such objects. libuv owns them from their initialisation to their close
// callback, which deletes them; close() may be called any number of times. Their callbacks begin with Poller::enter(), because libuv waits without the VM lock.
#pragma once

#include <uv.h>

namespace coil {

class UvHandle {
 public:
  UvHandle(const UvHandle&) = delete;
  /// Ends it: no callback comes any more, and the object is deleted by one of the next polls.
  void close() {
    if (closing_) return;
    closing_ = true;
    uv_handle_t* handle = raw();
    handle->data = this;
    uv_close(handle, [](uv_handle_t* ended) { delete static_cast<UvHandle*>(ended->data); });
    closed();
  }
  bool is_closing() const { return closing_; }

 protected:
  UvHandle() = default;
  virtual ~UvHandle() = default;
  virtual uv_handle_t* raw() = 0;
  /// Called once, when no callback can come any more.
  virtual void closed() {}

 private:
  bool closing_ = false;
};

}  // namespace coil
