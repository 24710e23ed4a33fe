#include "levels.h"

#include <stddef.h>

const RowsTable *_Nullable rows_table_in_use = NULL;

#define NAME(result, name, ...) #name,
static const char *const names[] = {ROWS_OPERATIONS(NAME)};

const int32_t rows_operation_count = sizeof names / sizeof names[0];

const char *rows_operation_name(int32_t index) { return names[index]; }

const RowsTable *_Nullable rows_x86_table(int32_t level) {
#ifdef LEVELS_OF_X86
  // The answer holds for the operating system too, which must save the wide registers.
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("aes")) return NULL;
  if (level == 1) return &rows_sse2;
  if (level == 3 && __builtin_cpu_supports("x86-64-v3")) return &rows_avx2;
  if (level == 4 && __builtin_cpu_supports("x86-64-v4")) return &rows_avx512;
#endif
  return NULL;
}
