// The vocabulary of row operations. A row is one quantity of one month in ROWS_LANES futures.
//
// Pointers of one call may be equal (the operation is then in place) but never overlap partly.
// Every operation gives the same bits on every processor: nothing is contracted, nothing is
// reassociated, and no function of the C library is called.

#ifndef CROWS_H
#define CROWS_H

#include <stdint.h>

#define ROWS_LANES 512

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

/// A row and its factor: a row where there is one, otherwise a constant.
typedef struct {
  const float *_Nonnull row;
  RowsFactor factor;
} RowsTerm;

/// A band of volume: `rate` for each unit beyond `from`, up to `breadth` units.
typedef struct {
  double rate, from, breadth;
} RowsBand;

/// An amount to be posted: times its weight, which is 1 where there is no row.
typedef struct {
  const double *_Nonnull amount;
  const double *_Nullable weight;
  double discount;
} RowsPost;

/// A step of a latent: a combination, or an autoregression that a combination moves.
typedef struct {
  float *_Nonnull row;
  RowsFactor persistence, spread;
  float constant;
  int32_t is_autoregression, first_term, terms;
} RowsStep;

/// How a value is held against a bound. With a NaN every comparison is false.
typedef enum {
  ROWS_BELOW,
  ROWS_AT_MOST,
  ROWS_ABOVE,
  ROWS_AT_LEAST
} RowsComparison;

// The operations, as X(result, name, (parameters), (arguments)).

// Arithmetic, f64 (operations/arithmetic.h)
#define ROWS_ARITHMETIC(X) \
  X(void, fill, (RowsMoney self, double c), (self, c)) \
  X(void, copy, (RowsMoney self, RowsMoneyIn other), (self, other)) \
  X(void, widen, (RowsMoney self, RowsLatentIn latent), (self, latent)) \
  X(void, add, (RowsMoney self, RowsMoneyIn other), (self, other)) \
  X(void, add_constant, (RowsMoney self, double c), (self, c)) \
  X(void, subtract, (RowsMoney self, RowsMoneyIn other), (self, other)) \
  X(void, multiply, (RowsMoney self, RowsMoneyIn other), (self, other)) \
  X(void, multiply_constant, (RowsMoney self, double c), (self, c)) \
  X(void, divide, (RowsMoney self, RowsMoneyIn other), (self, other)) \
  X(void, complement, (RowsMoney self), (self)) \
  X(void, add_scaled, \
    (RowsMoney self, RowsMoneyIn other, double c, RowsMoneyFactor factor), \
    (self, other, c, factor)) \
  X(void, post, \
    (RowsMoney self, double *_Nullable plain, const RowsPost *_Nullable posts, int32_t count), \
    (self, plain, posts, count))

// Limits, f64 (operations/limits.h)
#define ROWS_LIMITS(X) \
  X(void, limit_at_most, (RowsMoney self, RowsMoneyIn bound), (self, bound)) \
  X(void, limit_at_least, (RowsMoney self, RowsMoneyIn bound), (self, bound)) \
  X(void, limit_at_least_constant, (RowsMoney self, double bound), (self, bound)) \
  X(void, clip, (RowsMoney self, double lo, double hi), (self, lo, hi)) \
  X(void, set_shortfall, \
    (RowsMoney self, RowsMoneyIn value, RowsMoneyIn need, double c), \
    (self, value, need, c))

// Bands of volume, f64 (operations/bands.h)
#define ROWS_BANDS(X) \
  X(void, add_bands, \
    (RowsMoney self, RowsMoneyIn volume, const RowsBand *_Nullable bands, int32_t count, \
     RowsMoneyFactor factor), \
    (self, volume, bands, count, factor)) \
  X(void, add_beyond, \
    (RowsMoney self, RowsMoneyIn volume, double baseline, double above, double rate, \
     RowsMoneyFactor factor), \
    (self, volume, baseline, above, rate, factor)) \
  X(void, add_below, \
    (RowsMoney self, RowsMoneyIn volume, double baseline, double below, double rate, \
     RowsMoneyFactor factor), \
    (self, volume, baseline, below, rate, factor)) \
  X(void, add_outside, \
    (RowsMoney self, RowsMoneyIn volume, double over, double above, double under, double below, \
     RowsMoneyFactor factor), \
    (self, volume, over, above, under, below, factor))

// Indicators and bit windows read into f64 rows (operations/indicators.h)
#define ROWS_INDICATORS(X) \
  X(void, indicate, \
    (RowsMoney self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn bound), \
    (self, value, comparison, bound)) \
  X(void, indicate_constant, \
    (RowsMoney self, RowsMoneyIn value, RowsComparison comparison, double bound), \
    (self, value, comparison, bound)) \
  X(void, add_run_product, \
    (RowsMoney self, RowsMoneyIn base, double c, RowsWordsIn words, uint32_t mask, double run), \
    (self, base, c, words, mask, run)) \
  X(void, add_count, \
    (RowsMoney self, RowsWordsIn words, uint32_t mask, double weight), \
    (self, words, mask, weight)) \
  X(void, raise_count, \
    (RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t least, RowsMoneyIn ceiling), \
    (self, words, mask, least, ceiling)) \
  X(void, replace_first, \
    (RowsMoney self, RowsMoney first, RowsMoneyIn rule, double vacant, double c), \
    (self, first, rule, vacant, c))

// Functions, f64 (operations/functions.h)
#define ROWS_FUNCTIONS(X) \
  X(void, exponentiate, (RowsMoney self), (self)) \
  X(void, logistic, (RowsMoney self), (self)) \
  X(void, square_root, (RowsMoney self), (self))

// Reductions over the first `count` lanes, f64 (operations/reductions.h)
#define ROWS_REDUCTIONS(X) \
  X(double, sum, (RowsMoneyIn self, int32_t count), (self, count)) \
  X(double, sum_of_products, \
    (RowsMoneyIn self, RowsMoneyIn other, int32_t count), \
    (self, other, count)) \
  X(double, minimum, (RowsMoneyIn self, int32_t count), (self, count)) \
  X(double, maximum, (RowsMoneyIn self, int32_t count), (self, count))

// Latents, f32 (operations/latents.h)
#define ROWS_LATENTS(X) \
  X(void, latent_fill, (RowsLatent self, float c), (self, c)) \
  X(void, latent_copy, (RowsLatent self, RowsLatentIn other), (self, other)) \
  X(void, latent_narrow, (RowsLatent self, RowsMoneyIn row), (self, row)) \
  X(void, latent_add, (RowsLatent self, RowsLatentIn other), (self, other)) \
  X(void, latent_add_constant, (RowsLatent self, float c), (self, c)) \
  X(void, latent_add_scaled, (RowsLatent self, RowsLatentIn other, float c), (self, other, c)) \
  X(void, latent_add_product, (RowsLatent self, RowsLatentIn a, RowsLatentIn b), (self, a, b)) \
  X(void, latent_multiply, (RowsLatent self, RowsLatentIn other), (self, other)) \
  X(void, latent_multiply_constant, (RowsLatent self, float c), (self, c)) \
  X(void, latent_run, \
    (const RowsStep *_Nullable steps, int32_t count, const RowsTerm *_Nullable terms), \
    (steps, count, terms))

// Bit windows: bit 0 is this month, bit 1 the last (operations/words.h)
#define ROWS_WORDS(X) \
  X(void, words_fill, (RowsWords self, uint32_t c), (self, c)) \
  X(void, words_copy, (RowsWords self, RowsWordsIn other), (self, other)) \
  X(void, words_push_latent, \
    (RowsWords self, RowsLatentIn value, RowsComparison comparison, RowsLatentIn target), \
    (self, value, comparison, target)) \
  X(void, words_push_latent_constant, \
    (RowsWords self, RowsLatentIn value, RowsComparison comparison, float target), \
    (self, value, comparison, target)) \
  X(void, words_push_row, \
    (RowsWords self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn target), \
    (self, value, comparison, target)) \
  X(void, words_push_row_constant, \
    (RowsWords self, RowsMoneyIn value, RowsComparison comparison, double target), \
    (self, value, comparison, target)) \
  X(void, words_count, \
    (RowsWords self, RowsWordsIn words, int32_t months, RowsMoneyIn last, double month), \
    (self, words, months, last, month)) \
  X(void, words_add, (RowsWords self, RowsWordsIn other), (self, other)) \
  X(void, words_clear_month, (RowsWords self, RowsMoneyIn rule), (self, rule)) \
  X(void, words_clear, (RowsWords self, RowsMoneyIn rule), (self, rule)) \
  X(uint64_t, words_sum, (RowsWordsIn self, int32_t count), (self, count)) \
  X(uint64_t, words_sum_of_squares, (RowsWordsIn self, int32_t count), (self, count))

// Random numbers (operations/draws.h). Lane i is the future first_future + i; the four words of one
// Philox4x32-10 block, whose counter is (future, block, driver, replicate) and whose key is the
// seed, belong to the four months of the block.
#define ROWS_DRAWS(X) \
  X(void, draw_normals, \
    (RowsLatent month0, RowsLatent month1, RowsLatent month2, RowsLatent month3, uint64_t seed, \
      uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block), \
    (month0, month1, month2, month3, seed, driver, replicate, first_future, block)) \
  X(void, draw_uniforms, \
    (RowsMoney month0, RowsMoney month1, RowsMoney month2, RowsMoney month3, uint64_t seed, \
      uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block), \
    (month0, month1, month2, month3, seed, driver, replicate, first_future, block))

// Every operation once. The table, its entries and the callers are made from this list.
#define ROWS_OPERATIONS(X) \
  ROWS_ARITHMETIC(X) \
  ROWS_LIMITS(X) \
  ROWS_BANDS(X) \
  ROWS_INDICATORS(X) \
  ROWS_FUNCTIONS(X) \
  ROWS_REDUCTIONS(X) \
  ROWS_LATENTS(X) \
  ROWS_WORDS(X) \
  ROWS_DRAWS(X)

#define ROWS_FIELD(result, name, parameters, arguments) result(*_Nonnull name) parameters;

/// Every operation as one level compiles it.
typedef struct {
  ROWS_OPERATIONS(ROWS_FIELD)
} RowsTable;

/// The names of the operations in the order of a table's fields, and how many there are (levels.c).
extern const int32_t rows_operation_count;
const char *_Nonnull rows_operation_name(int32_t index);

/// The table of the level x86-64-v1, 3 or 4; NULL of any other, on other processors, and where the
/// processor or its operating system does not run it (levels.c).
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

// The correctly rounded root as an instruction, for the portable operations: Swift's own calls the C
// library for the sake of negative numbers, which no loop with it survives.
static inline double rows_root(double x) { return __builtin_elementwise_sqrt(x); }
static inline float rows_root_f32(float x) { return __builtin_elementwise_sqrt(x); }

// The callers, rows_add(self, other) and so on: one indirect call. The files of the levels define
// functions of the same names, and so leave the callers out.
#ifndef ROWS_DEFINED_HERE
#define ROWS_CALLER(result, name, parameters, arguments) \
  static inline result rows_##name parameters { return rows_table()->name arguments; }
ROWS_OPERATIONS(ROWS_CALLER)
#endif

#endif
