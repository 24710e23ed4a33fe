OPERATION void rows_latent_fill(RowsLatent self, float c) { EACH_FLOAT self[i] = c; }

OPERATION void rows_latent_copy(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] = other[i];
}

OPERATION void rows_latent_narrow(RowsLatent self, RowsMoneyIn row) {
  EACH_FLOAT self[i] = (float)row[i];
}

OPERATION void rows_latent_add(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] += other[i];
}

OPERATION void rows_latent_add_constant(RowsLatent self, float c) { EACH_FLOAT self[i] += c; }

OPERATION void rows_latent_add_scaled(RowsLatent self, RowsLatentIn other, float c) {
  EACH_FLOAT self[i] += other[i] * c;
}

OPERATION void rows_latent_add_product(RowsLatent self, RowsLatentIn a, RowsLatentIn b) {
  EACH_FLOAT self[i] += a[i] * b[i];
}

OPERATION void rows_latent_multiply(RowsLatent self, RowsLatentIn other) {
  EACH_FLOAT self[i] *= other[i];
}

OPERATION void rows_latent_multiply_constant(RowsLatent self, float c) {
  EACH_FLOAT self[i] *= c;
}

// As many lanes of two rows as stay in registers from the first term to the last; each level has its
// number.
typedef float Wide __attribute__((ext_vector_type(LANES_AT_ONCE), aligned(64)));
#define WIDE(p) (*(Wide *)(p))

INLINE Wide value_of(RowsFactor factor, int32_t at) {
  return factor.row ? WIDE(factor.row + at) : (Wide)factor.constant;
}

// sum += row * factor, in two ways, so that a factor takes no registers of its own.
INLINE void add_product(
  Wide *_Nonnull sum, Wide row, RowsFactor factor, int32_t constant, int32_t at) {
  if (constant || !factor.row) {
    *sum += row * factor.constant;
  } else {
    *sum += row * WIDE(factor.row + at);
  }
}

// What is there before the first term. An autoregression that is not constant multiplies all its terms by
// the spread, and so begins with none.
INLINE Wide before_terms(
  const RowsMade *_Nonnull made, int32_t is_autoregression, int32_t constant, int32_t at) {
  if (!is_autoregression) {
    return made->from ? WIDE(made->from + at) + made->constant : (Wide)made->constant;
  }
  return constant ? made->persistence.constant * WIDE(made->row + at) : (Wide)0.0f;
}

INLINE void make(
  const RowsMade *_Nonnull made, Wide sum, int32_t is_autoregression, int32_t constant, int32_t at) {
  WIDE(made->row + at) = is_autoregression && !constant
    ? value_of(made->persistence, at) * WIDE(made->row + at) + value_of(made->spread, at) * sum
    : sum;
}

// What the two rows of a step have in common is read once for both.
INLINE void take(
  const RowsStep *_Nonnull step, const RowsTerm *_Nullable terms, int32_t constant, int32_t at) {
  const int32_t moves = step->is_autoregression, are_two = step->second.row != 0;
  Wide first = before_terms(&step->first, moves, constant, at);
  Wide second = are_two ? before_terms(&step->second, moves, constant, at) : first;
  for (const RowsTerm *term = terms; term != terms + step->terms; ++term) {
    const Wide row = WIDE(term->row + at);
    switch (term->share) {
      case ROWS_BOTH:
        add_product(&first, row, term->first, constant, at);
        add_product(&second, row, term->second, constant, at);
        break;
      case ROWS_FIRST: add_product(&first, row, term->first, constant, at); break;
      case ROWS_SECOND: add_product(&second, row, term->second, constant, at); break;
    }
  }
  make(&step->first, first, moves, constant, at);
  if (are_two) make(&step->second, second, moves, constant, at);
}

// All steps are taken for some lanes before the next lanes, so that what steps have in common stays
// in the first cache. Most steps are constant; compiled by themselves, they need not ask at every term.
OPERATION void rows_latent_run(
  const RowsStep *_Nullable steps, int32_t count, const RowsTerm *_Nullable terms) {
  for (int32_t at = 0; at < lane_count(); at += LANES_AT_ONCE) {
    for (const RowsStep *step = steps; step != steps + count; ++step) {
      const RowsTerm *own = terms + step->first_term;
      if (step->is_constant) {
        take(step, own, 1, at);
      } else {
        take(step, own, 0, at);
      }
    }
  }
}
