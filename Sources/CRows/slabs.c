#define _GNU_SOURCE
#include "CRows.h"

#include <stdint.h>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

void rows_fetch(void *memory, int64_t bytes) {
#ifdef MADV_POPULATE_WRITE
  // Only whole pages; where the system cannot, they come as they are touched.
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  const uintptr_t first = ((uintptr_t)memory + page - 1) / page * page;
  const uintptr_t end = ((uintptr_t)memory + (uintptr_t)bytes) / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_POPULATE_WRITE);
#endif
}

#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>

void rows_forbid(void *memory, int64_t bytes) {
  __asan_poison_memory_region(memory, (size_t)bytes);
}

void rows_allow(void *memory, int64_t bytes) {
  __asan_unpoison_memory_region(memory, (size_t)bytes);
}
#else
void rows_forbid(void *memory, int64_t bytes) {}

void rows_allow(void *memory, int64_t bytes) {}
#endif
