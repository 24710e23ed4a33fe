#include "CRows.h"

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
