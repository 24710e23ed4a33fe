// One import for users of the library.
@_exported public import Award
@_exported public import Calibration
@_exported public import Contracts
@_exported public import Decision
@_exported public import Futures
@_exported public import Loading
@_exported public import Quantities
@_exported public import Reporting
@_exported public import Settlement
@_exported public import Shards
@_exported public import Simulation
@_exported public import Solver
