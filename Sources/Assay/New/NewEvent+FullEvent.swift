extension NewEvent {
  static let declarations = """
    # An event: what you put out to bid. Every key is described in docs/event.md of Assay.
    # Percentages are written 12.5%, calendar months 2027-04, spans 36 months.
    title: IT service desk for 2,000 employees
    currency: EUR                 # of every amount
    start: 2027-01                # the calendar month of contract month 1
    term: 36 months               # the evaluation horizon, the same for every option
    go_live: 3                    # the contract month in which the provider takes over
    discount: {rate: 6%}

    # What is bought, with the volume that is expected of each month: a number, a list of one for each
    # month, or a level with a season (January first) and a growth a year.
    service_lines:
      tickets:
        name: Tickets
        unit: ticket
        baseline:
          base: 2400
          season: [1.08, 1.03, 1.05, 1, 0.98, 0.96, 0.9, 0.86, 1.06, 1.06, 1.04, 0.98]
          growth: 1%

    # What service is measured by. A level can only be promised on what is agreed in words.
    metrics:
      solved_first:
        name: Tickets solved at the first contact
        scale: share              # share, time (above 0) or score
        decimals: 1
        definition: Tickets closed by whoever took them, without reopening within 5 days, of all closed
        window: Calendar month
        source: Ticket system of the buyer
      answer_time:
        name: Mean time until a call is answered
        scale: time
        better: lower
        unit: seconds
        definition: Mean over all calls from the end of the greeting to the first agent
        window: Calendar month, working days from 8 to 18 h
        source: Telephone system of the provider, report checked by sample

    # What a point below the need costs yourself, whatever the contract credits.
    losses:
      solved_first: {need: 68%, per_point: 0.05, per_unit_of: tickets}

    # What every bid must answer in answers.csv. A bid that fails a mandatory one cannot be awarded.
    requirements:
      gdpr-28:
        framework: GDPR
        text: Sign our processor agreement (Art. 28)
        weight: 3
        mandatory: true
        due: signature            # bid, signature or go_live
      iso-27001:
        framework: ISO 27001
        text: Certificate that covers the sites and systems offered
        weight: 2
        due: go_live
      languages:
        framework: Service
        text: Both company languages around the clock
        weight: 1
        due: go_live

    """

  static let terms = """

    # The draft terms, which hold for every bid but for what its bid.yaml says itself.
    terms:
      payment: {lag: 1 month}
      indexation:
        pay: {index: wages, share: 70%, cap: 4%, floor: 0%, first: 13, every: 12 months}
      service_levels:
        # The first three months after go-live count for nothing.
        first_contact: {metric: solved_first, target: 70%, compare: at_least, from: 6}
        answer: {metric: answer_time, target: 45, compare: at_most, from: 6}
      credits:
        at_risk: 12%              # of the month's charge
        pools: {desk: 150%}       # of what is at risk; all levels rarely fail at once
        allocation:
          first_contact: {pool: desk, share: 60%}
          answer: {pool: desk, share: 40%}
        repeat: {from: 3, multiplier: 2}
        cap: 12%
      rights:
        chronic: {level: first_contact, defaults: 4, window: 6, exercise: never, notice: 3 months}

    """

  static let assumptions = """

    # What may happen. A history can say it instead: docs/event.md, "Mappings".
    assumptions:
      demand:
        tickets: {persistence: 0.5, spread: 4%, growth: {mean: 0%, error: 1.5%}}
      indices:
        wages: {law: mean_reverting, drift: 2.5%, persistence: 0.8, spread: 0.4%}
      performance:                # of each bid and of today's operation, in the metric's unit
        north:
          solved_first: {level: 74%, spread: 0.2, persistence: 0.4}
          answer_time: {level: 34, spread: 0.2, persistence: 0.4, demand: {tickets: 1}}
        south:
          solved_first: {level: 71%, spread: 0.25, persistence: 0.4}
          answer_time: {level: 38, spread: 0.25, persistence: 0.4, demand: {tickets: 1}}
        baseline:
          solved_first: {level: 69%, spread: 0.2, persistence: 0.5}

    # How bids are compared; weights add up to 100.
    criteria:
      cost: {weight: 60, scale: lowest_over_own}
      risk: {weight: 15, scale: {share_of_lowest_cost: 25%}}
      compliance: {weight: 25, scale: {best: 100%, worst: 0%}}

    """
}
