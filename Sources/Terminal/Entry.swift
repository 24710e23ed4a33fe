import ArgumentParser
import CProcess

/// The process: the main thread reads the arguments and then waits while others work.
///
/// A `main` that is asynchronous would end the main thread, and that unwinds its stack, for which a
/// program that is linked statically has to sort the tables of all its functions first.
@main enum Entry {
  static func main() {
    keepMemory()
    Foresight.begin()
    let command = AssayCommand.asked()
    Task.detached { await AssayCommand.finish(command) }
    wait_for_signals()
  }

  /// Has memory taken from the system in large pieces and given back at the end only.
  ///
  /// Otherwise what a thread allocates grows by a page at a time, with a call of the system for
  /// each, and large arrays are given back and fetched anew, empty, over and over.
  private static func keepMemory() {
    mallopt(M_TOP_PAD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, .max)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
  }
}
