extension TableReader {
  /// The column of this name, to be looked up once before the records are read.
  ///
  /// - Precondition: the name is declared, or the table allows other columns.
  public func column(_ name: String) -> Column {
    precondition(
      declared.allowsOthers || declared.names.contains(name),
      "a column is declared before it is looked up"
    )
    return Column(name: name, index: header.firstIndex(of: name))
  }

  func readHeader() {
    guard let span = nextRecord() else {
      reportHeader(.noHeader, line: 1)
      return
    }
    let record = Record(reader: self, span: span)
    guard faults.isEmpty, record.isText() else {
      reportHeader(.noHeader, line: span.line)
      return
    }
    let names = (0..<span.stored).map { record.text(at: $0) }
    header = names
    reportNames(line: span.line)
    reportDeclared(line: span.line)
  }

  private func reportHeader(_ reason: TableFault.Reason, line: Int) {
    if case .unreadable? = faults.kept.first?.reason { return }
    report(TableFault(place: place(line: line, index: nil), reason: reason))
  }

  private func reportNames(line: Int) {
    var seen: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      let place = place(line: line, index: index)
      if name.isEmpty {
        report(TableFault(place: place, reason: .unnamedColumn))
      } else if let first = seen[name] {
        let reason = TableFault.Reason.duplicateColumn(firstField: first + 1)
        report(TableFault(place: place, reason: reason, found: cutExcerpt(name)))
      } else {
        seen[name] = index
      }
    }
  }

  private func reportDeclared(line: Int) {
    let present = Set(header)
    let known = Set(declared.names)
    let unknown = header.filter { !known.contains($0) && !$0.isEmpty }
    for name in declared.required where !present.contains(name) {
      let reason = TableFault.Reason.missingColumn(nearest: nearest(to: name, in: unknown))
      report(TableFault(place: place(line: line, index: nil), reason: reason, found: name))
    }
    guard !declared.allowsOthers else { return }
    let absent = declared.names.filter { !present.contains($0) }
    for (index, name) in header.enumerated() where !known.contains(name) && !name.isEmpty {
      let reason = TableFault.Reason.unknownColumn(nearest: nearest(to: name, in: absent))
      let place = place(line: line, index: index)
      report(TableFault(place: place, reason: reason, found: cutExcerpt(name)))
    }
  }
}
