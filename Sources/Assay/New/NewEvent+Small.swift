extension NewEvent {
  /// The least that ranks.
  static let smallFiles = [
    "event.yaml": """
    # The least that ranks. All keys: docs/event.md of Assay.
    title: Payroll for 1,200 employees
    currency: EUR
    start: 2027-01
    term: 36 months
    discount: {rate: 6%}

    service_lines:
      payslips: {name: Payslips, unit: payslip, baseline: 1200}

    assumptions:
      demand:
        payslips: {persistence: 0.9, spread: 1.5%}     # how volumes may move, month to month

    """,
    "bids/acme/1/bid.yaml": "name: Acme Payroll\n",
    "bids/acme/1/prices.csv": """
    item,kind,service_line,from,to,price,currency
    payslips,tier,payslips,0,1000,4.20,EUR
    payslips,tier,payslips,1000,,3.60,EUR
    set-up,transition,,,,5000,EUR

    """,
    "bids/zenith/1/bid.yaml": "name: Zenith People\n",
    "bids/zenith/1/prices.csv": """
    item,kind,service_line,from,to,price,currency
    platform,fixed_fee,,,,2100,EUR
    payslips,unit_price,payslips,,,2.35,EUR

    """,
    "README.md": """
    # Payroll

    An invented event with two invented bids. `assay check .` says what is wrong with it and what it
    does not say; `assay rank .` ranks the bids. `assay new FOLDER` writes one with all parts.

    """,
  ]
}
