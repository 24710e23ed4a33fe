/// The version of the library and of the command.
public let assayVersion = "0.1.0"
