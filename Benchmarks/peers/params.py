"""Every number of the reference workload W, for the peers; scenarios/reference-workload/make.py
writes the same formulas as an event.

Bids j, months t from 0, service lines s, service levels k.
"""

import numpy as np

T, S, B, K = 60, 3, 8, 8

# Demand: log AR(1) around detlog, innovations of spread sig correlated by Rd; Ld is its factor.
phi = np.array([.85, .80, .90])
sig = np.array([.05, .07, .04])
Rd = np.array([[1, .5, .3], [.5, 1, .4], [.3, .4, 1.]])
Ld = np.linalg.cholesky(Rd)
base = np.array([1000., 500., 200.])
g = 0.002
samp = np.array([.10, .05, .15])
sph = np.array([0., 1., 2.])
t = np.arange(T)
season = samp[:, None] * np.cos(2 * np.pi * t / 12 + sph[:, None])
detlog = np.log(base)[:, None] + g * t + season
detvol = np.exp(detlog)

# The demand surprise: each line's log deviation in a third of its stationary spread, added up.
ysd = sig / np.sqrt(1 - phi**2)
usw = 1 / (3 * ysd)

# The index: a mean-reverting yearly rate, applied once a year between 0 and 5 %.
rhox, sigx, mu = .9, .004, .02

# Performance: AR(1) of unit variance, innovations correlated by R8; a default where
# a + beta U > thr costs the share w of the month's charge.
rho = np.array([.5 + .05 * k for k in range(K)])
R8 = 0.3 * np.ones((K, K)) + 0.7 * 0.5**np.abs(np.subtract.outer(np.arange(K), np.arange(K)))
L8 = np.linalg.cholesky(R8) * np.sqrt(1 - rho**2)[:, None]
beta = np.array([[0.3 + 0.05 * ((k + j) % 4) for k in range(K)] for j in range(B)])
thr = np.array([[1.55 + 0.06 * ((k * 3 + j * 5) % 8) for k in range(K)] for j in range(B)])
w = np.array([[0.02 + 0.005 * ((k + 2 * j) % 5) for k in range(K)] for j in range(B)])
cap = .12

# Prices: three tiers for each line, more or less than the forecast by a tenth, a fixed fee.
b = np.arange(B)
unit = np.array([10., 18., 40.])
r1 = unit[None] * (1 + .01 * ((b * 3) % 8))[:, None]
r2 = r1 * .92
r3 = r1 * .85
th1 = .85 * base
th2 = 1.15 * base
arc = r1 * .10
rrc = r1 * .06
dead = .10
fixed = 4000. + 150 * ((b * 5) % 8)
share = .5 + .05 * b
disc = 1.08**(-t / 12.)

# Termination where level 0 fails in four of six months, and what replaces the contract.
feebase = (r1 @ base) + fixed
termfee = 4 * feebase
repl = 1.15 * feebase
