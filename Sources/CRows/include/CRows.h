// The vocabulary of row operations. A row is one quantity of one month in ROWS_LANES futures.
//
// Pointers of one call may be equal (the operation is then in place) but never overlap partly.
// Every operation gives the same bits on every processor: nothing is contracted, nothing is
// reassociated, and no function of the C library is called.

#ifndef CROWS_H
#define CROWS_H

#include <stdint.h>

#include "operations.h"
#include "parameters.h"

#define ROWS_LANES 256

typedef double *_Nonnull RowsMoney;
typedef const double *_Nonnull RowsMoneyIn;
typedef const double *_Nullable RowsMoneyFactor;
typedef float *_Nonnull RowsLatent;
typedef const float *_Nonnull RowsLatentIn;
typedef uint32_t *_Nonnull RowsWords;
typedef const uint32_t *_Nonnull RowsWordsIn;

/// A factor: a row where there is one, otherwise a constant.
typedef struct {
  const float *_Nullable row;
  float constant;
} RowsFactor;

/// Which of the two rows of a step something is for.
typedef enum {
  ROWS_FIRST,
  ROWS_SECOND,
  ROWS_BOTH
} RowsShare;

/// A row, and its factor in each row of a step of which it is a part.
typedef struct {
  const float *_Nonnull row;
  RowsFactor first, second;
  RowsShare share;
} RowsTerm;

/// A band of volume: `rate` for each unit from where the band before it ends, up to `to`.
typedef struct {
  double rate, to;
} RowsBand;

/// An amount to be posted: times its weight, which is 1 where there is no row.
typedef struct {
  const double *_Nonnull amount;
  const double *_Nullable weight;
  double discount;
} RowsPost;

/// What the months of a window weigh: `run` where all bits of the mask are there, else `once` where this
/// month's is, else 0; and the same for the eight values of a window's last three bits, where the mask
/// asks for no others.
typedef struct {
  const uint32_t *_Nonnull words;
  uint32_t mask;
  double once, run, weights[8];
} RowsRun;

/// A row that a step makes, NULL for none: of a combination constant + from + Σ factor × row, where `from`
/// may be NULL; of an autoregression persistence × row + spread × Σ factor × row. Of one that is constant
/// the spread is in the factors already.
typedef struct {
  float *_Nullable row;
  const float *_Nullable from;
  RowsFactor persistence, spread;
  float constant;
} RowsMade;

/// A step of one latent or of two side by side, of which the second does not read the first: a
/// combination, or an autoregression that a combination moves; whether it is constant: no factor is a
/// row.
typedef struct {
  RowsMade first, second;
  int32_t is_autoregression, is_constant, first_term, terms;
} RowsStep;

/// How a value is held against a bound. With a NaN every comparison is false.
typedef enum {
  ROWS_BELOW,
  ROWS_AT_MOST,
  ROWS_ABOVE,
  ROWS_AT_LEAST
} RowsComparison;

/// The head of an entry of a tape; the arguments of its operation follow.
typedef struct {
  int32_t operation, bytes;
} RowsEntry;

#define ROWS_POINTER(result, name, ...) result(*_Nonnull name)(ROWS_PARAMETERS(__VA_ARGS__));

/// Every operation as one level compiles it, and what does the operations of a recording again.
typedef struct {
  ROWS_OPERATIONS(ROWS_POINTER)
  void (*_Nonnull play)(const RowsEntry *_Nonnull first);
} RowsTable;

/// The names of the operations in the order of a table's fields, and how many there are (levels.c).
extern const int32_t rows_operation_count;
const char *_Nonnull rows_operation_name(int32_t index);

/// The table of the level x86-64-v1, 3 or 4, with AES; NULL of any other, on other processors, and where
/// the processor or its operating system does not run it (levels.c).
const RowsTable *_Nullable rows_x86_table(int32_t level);

// The table in use, NULL until `rows_use` has been called. Its address is read and written in one
// piece, so that a change while others calculate gives each call one level or the other.
extern const RowsTable *_Nullable rows_table_in_use;

static inline const RowsTable *_Nullable rows_table(void) {
  return __atomic_load_n(&rows_table_in_use, __ATOMIC_RELAXED);
}

static inline void rows_use(const RowsTable *_Nonnull table) {
  __atomic_store_n(&rows_table_in_use, table, __ATOMIC_RELEASE);
}

/// Has the system provide memory that was just allocated, all of it at once: half as long as page by page
/// when it is touched (slabs.c).
void rows_fetch(void *_Nonnull memory, int64_t bytes);

/// Forbids memory that nobody uses, and allows it again (slabs.c): the address sanitizer reports who
/// touches it meanwhile. Without that sanitizer these do nothing.
void rows_forbid(void *_Nonnull memory, int64_t bytes);
void rows_allow(void *_Nonnull memory, int64_t bytes);

static inline double rows_run_weight(uint32_t word, uint32_t mask, double once, double run) {
  return (word & mask) == mask ? run : word & 1 ? once : 0.0;
}

/// What `words` weigh, for `rows_add_runs`.
static inline RowsRun rows_run(RowsWordsIn words, uint32_t mask, double once, double run) {
  RowsRun weighed = {words, mask, once, run, {0}};
  for (uint32_t bits = 0; bits < 8; ++bits) {
    weighed.weights[bits] = rows_run_weight(bits, mask, once, run);
  }
  return weighed;
}

// Tapes (tape.c). While a thread records, each operation that it does is also written down.

typedef struct RowsChunk RowsChunk;

/// Memory for recordings: chunks that stay where they are until the tape is freed.
typedef struct {
  char *_Nullable at, *_Nullable end;
  RowsEntry *_Nullable last;
  RowsChunk *_Nullable chunks;
  int64_t bytes;
} RowsTape;

/// Begins to record what this thread does, and says where the recording begins.
const RowsEntry *_Nonnull rows_tape_begin(RowsTape *_Nonnull tape);

/// Ends the recording that this thread has begun.
void rows_tape_end(void);

void rows_tape_free(RowsTape *_Nonnull tape);

/// Does the operations of a recording by the table in use, one call each: for levels without a
/// player of their own.
void rows_play_by_calls(const RowsEntry *_Nonnull first);

// The tape on which this thread records.
extern _Thread_local RowsTape *_Nullable rows_tape_in_use;

static inline _Bool rows_tape_is_recording(void) {
  return __builtin_expect(rows_tape_in_use != 0, 0);
}

/// Records no more until the tape that this returns is resumed.
static inline RowsTape *_Nullable rows_tape_pause(void) {
  RowsTape *tape = rows_tape_in_use;
  rows_tape_in_use = 0;
  return tape;
}

static inline void rows_tape_resume(RowsTape *_Nullable tape) { rows_tape_in_use = tape; }

#define ROWS_RECORDER(result, name, ...) \
  void rows_record_##name(ROWS_PARAMETERS(__VA_ARGS__));
ROWS_RECORDED(ROWS_RECORDER)

// The correctly rounded root as an instruction, for the portable operations: Swift's own calls the C
// library for the sake of negative numbers, which no loop with it survives.
static inline double rows_root(double x) { return __builtin_elementwise_sqrt(x); }
static inline float rows_root_f32(float x) { return __builtin_elementwise_sqrt(x); }

// The callers, rows_add(self, other) and so on: one indirect call. The files of the levels define
// functions of the same names, and so leave the callers out.
#ifndef ROWS_DEFINED_HERE
#define ROWS_RECORDED_CALLER(result, name, ...) \
  static inline result rows_##name(ROWS_PARAMETERS(__VA_ARGS__)) { \
    if (rows_tape_is_recording()) rows_record_##name(ROWS_NAMES(__VA_ARGS__)); \
    rows_table()->name(ROWS_NAMES(__VA_ARGS__)); \
  }
ROWS_RECORDED(ROWS_RECORDED_CALLER)

// A recording that read a lane, or drew, would do something else in the next block.
#define ROWS_UNRECORDED_CALLER(result, name, ...) \
  static inline result rows_##name(ROWS_PARAMETERS(__VA_ARGS__)) { \
    if (rows_tape_is_recording()) __builtin_trap(); \
    return rows_table()->name(ROWS_NAMES(__VA_ARGS__)); \
  }
ROWS_UNRECORDED(ROWS_UNRECORDED_CALLER)

/// Does the operations of a recording again.
static inline void rows_play(const RowsEntry *_Nonnull first) { rows_table()->play(first); }
#endif

#endif
