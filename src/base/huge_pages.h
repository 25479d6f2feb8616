// Memory of large tables that are read here and there: on pages of 2 MB the processor finds where they are in far fewer
// steps.
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <new>

namespace cordon {

// Asks for such pages where a table is as large as one; whether it gets them the system decides.
template <typename T>
struct HugePages {
  using value_type = T;
  HugePages() = default;
  template <typename U>
  explicit HugePages(const HugePages<U>& /*of another type*/) {}

  T* allocate(size_t n) {
    void* const at = ::operator new(n * sizeof(T), alignment(n));
    if (n * sizeof(T) >= kPage) ::madvise(at, n * sizeof(T), MADV_HUGEPAGE);  // else as well, and slower
    return static_cast<T*>(at);
  }
  void deallocate(T* at, size_t n) { ::operator delete(at, alignment(n)); }
  bool operator==(const HugePages&) const = default;

 private:
  static constexpr size_t kPage = size_t{2} << 20;
  static std::align_val_t alignment(size_t n) {
    return std::align_val_t{n * sizeof(T) >= kPage ? kPage : std::max(alignof(T), alignof(std::max_align_t))};
  }
};

}  // namespace cordon
