// Both keep a NaN of x, and of two equal numbers (0 and -0) keep x.
INLINE double at_most(double x, double bound) { return bound < x ? bound : x; }
INLINE double at_least(double x, double bound) { return bound > x ? bound : x; }

OPERATION void rows_limit_at_most(RowsMoney self, RowsMoneyIn bound) {
  EACH_DOUBLE self[i] = at_most(self[i], bound[i]);
}

OPERATION void rows_limit_at_least(RowsMoney self, RowsMoneyIn bound) {
  EACH_DOUBLE self[i] = at_least(self[i], bound[i]);
}

OPERATION void rows_set_at_least(RowsMoney self, RowsMoneyIn other, double bound) {
  EACH_DOUBLE self[i] = at_least(other[i], bound);
}

// need × c less the value, where it is above 0.
OPERATION void rows_set_shortfall(
  RowsMoney self, RowsMoneyIn value, RowsMoneyIn need, double c) {
  EACH_DOUBLE self[i] = at_least(need[i] * c - value[i], 0.0);
}

OPERATION void rows_clip(RowsMoney self, double lo, double hi) {
  EACH_DOUBLE self[i] = at_most(at_least(self[i], lo), hi);
}
