// The vocabulary of row operations. A row is one quantity of one month in ROWS_LANES futures.
//
// Pointers of one call may be equal (the operation is then in place) but never overlap partly.
// Every operation gives the same bits on every processor: nothing is contracted, nothing is
// reassociated, and no function of the C library is called.

#ifndef CROWS_H
#define CROWS_H

#include <stdint.h>

#define ROWS_LANES 256

typedef double *_Nonnull RowsMoney;
typedef const double *_Nonnull RowsMoneyIn;
typedef float *_Nonnull RowsLatent;
typedef const float *_Nonnull RowsLatentIn;
typedef uint32_t *_Nonnull RowsWords;
typedef const uint32_t *_Nonnull RowsWordsIn;

/// How a value is held against a bound. With a NaN every comparison is false.
typedef enum {
  ROWS_BELOW,
  ROWS_AT_MOST,
  ROWS_ABOVE,
  ROWS_AT_LEAST
} RowsComparison;

// Arithmetic, f64 (arithmetic.c)
void rows_fill(RowsMoney self, double c);
void rows_copy(RowsMoney self, RowsMoneyIn other);
void rows_widen(RowsMoney self, RowsLatentIn latent);
void rows_add(RowsMoney self, RowsMoneyIn other);
void rows_add_constant(RowsMoney self, double c);
void rows_subtract(RowsMoney self, RowsMoneyIn other);
void rows_multiply(RowsMoney self, RowsMoneyIn other);
void rows_multiply_constant(RowsMoney self, double c);
void rows_divide(RowsMoney self, RowsMoneyIn other);
void rows_complement(RowsMoney self);
void rows_add_scaled(RowsMoney self, RowsMoneyIn other, double c);
void rows_add_product(RowsMoney self, RowsMoneyIn a, RowsMoneyIn b);
void rows_post(RowsMoney self, RowsMoneyIn amount, RowsMoneyIn weight, double c);

// Limits, f64 (limits.c)
void rows_limit_at_most(RowsMoney self, RowsMoneyIn bound);
void rows_limit_at_least(RowsMoney self, RowsMoneyIn bound);
void rows_limit_at_least_constant(RowsMoney self, double bound);
void rows_clip(RowsMoney self, double lo, double hi);

// Bands of volume, f64 (bands.c)
void rows_add_band(RowsMoney self, RowsMoneyIn volume, double rate, double lo, double hi);
void rows_add_excess(RowsMoney self, RowsMoneyIn volume, double over, double rate);
void rows_add_shortfall(RowsMoney self, RowsMoneyIn volume, double under, double rate);
void rows_add_beyond(
  RowsMoney self, RowsMoneyIn volume, double baseline, double above, double rate);
void rows_add_below(
  RowsMoney self, RowsMoneyIn volume, double baseline, double below, double rate);

// Indicators and bit windows read into f64 rows (indicators.c)
void rows_indicate(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn bound);
void rows_indicate_constant(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, double bound);
void rows_set_bit(RowsMoney self, RowsWordsIn words, double hit, double miss);
void rows_set_run(
  RowsMoney self, RowsWordsIn words, uint32_t mask, double run, double single, double none);
void rows_set_count(RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t least);
void rows_add_bit(RowsMoney self, RowsWordsIn words, RowsMoneyIn weight);
void rows_add_count(RowsMoney self, RowsWordsIn words, uint32_t mask, double weight);

// Functions, f64 (functions.c)
void rows_exponentiate(RowsMoney self);
void rows_logistic(RowsMoney self);
void rows_square_root(RowsMoney self);

// Reductions over the first `count` lanes, f64 (reductions.c)
double rows_sum(RowsMoneyIn self, int32_t count);
double rows_sum_of_products(RowsMoneyIn self, RowsMoneyIn other, int32_t count);
double rows_minimum(RowsMoneyIn self, int32_t count);
double rows_maximum(RowsMoneyIn self, int32_t count);

// Latents, f32 (latents.c)
void rows_latent_fill(RowsLatent self, float c);
void rows_latent_copy(RowsLatent self, RowsLatentIn other);
void rows_latent_narrow(RowsLatent self, RowsMoneyIn row);
void rows_latent_add(RowsLatent self, RowsLatentIn other);
void rows_latent_add_constant(RowsLatent self, float c);
void rows_latent_add_scaled(RowsLatent self, RowsLatentIn other, float c);
void rows_latent_add_product(RowsLatent self, RowsLatentIn a, RowsLatentIn b);
void rows_latent_multiply(RowsLatent self, RowsLatentIn other);
void rows_latent_multiply_constant(RowsLatent self, float c);
void rows_latent_autoregress_cc(
  RowsLatent self, float persistence, RowsLatentIn innovation, float spread);
void rows_latent_autoregress_cr(
  RowsLatent self, float persistence, RowsLatentIn innovation, RowsLatentIn spread);
void rows_latent_autoregress_rc(
  RowsLatent self, RowsLatentIn persistence, RowsLatentIn innovation, float spread);
void rows_latent_autoregress_rr(
  RowsLatent self, RowsLatentIn persistence, RowsLatentIn innovation, RowsLatentIn spread);

// Bit windows: bit 0 is this month, bit 1 the last (words.c)
void rows_words_fill(RowsWords self, uint32_t c);
void rows_words_copy(RowsWords self, RowsWordsIn other);
void rows_words_push_latent(
  RowsWords self, RowsLatentIn value, RowsComparison comparison, RowsLatentIn target);
void rows_words_push_latent_constant(
  RowsWords self, RowsLatentIn value, RowsComparison comparison, float target);
void rows_words_push_row(
  RowsWords self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn target);
void rows_words_push_row_constant(
  RowsWords self, RowsMoneyIn value, RowsComparison comparison, double target);

// Random numbers (draws.c). Lane i is the future first_future + i; the four words of one
// Philox4x32-10 block, whose counter is (future, block, driver, replicate) and whose key is the
// seed, belong to the four months of the block.
void rows_draw_normals(
  RowsLatent month0, RowsLatent month1, RowsLatent month2, RowsLatent month3, uint64_t seed,
  uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block);
void rows_draw_uniforms(
  RowsMoney month0, RowsMoney month1, RowsMoney month2, RowsMoney month3, uint64_t seed,
  uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block);

#endif
