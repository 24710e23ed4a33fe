extension NewEvent {
  /// Two bids against today's operation, with comments on every part.
  static let fullFiles = [
    "event.yaml": declarations + terms + assumptions,
    "README.md": readMe,
    "baseline/bid.yaml": todaysTerms,
    "baseline/prices.csv": todaysPrices,
    "bids/north/1/bid.yaml": north,
    "bids/north/1/prices.csv": northPrices,
    "bids/north/1/answers.csv": northAnswers,
    "bids/south/1/bid.yaml": south,
    "bids/south/1/prices.csv": southPrices,
    "bids/south/1/answers.csv": southAnswers,
  ]

  private static let readMe = """
    # IT service desk

    An event to start from. Everything in it is invented: put your own in its place, file by file.

        assay check .     # what is wrong, what should be known, where bids depart from usual terms
        assay rank .      # total cost, risk and compliance of both bids

    | file | says |
    |---|---|
    | `event.yaml` | what is bought, the draft terms, what may happen, how bids are compared |
    | `baseline/` | today's operation, settled as one more option; may be missing |
    | `bids/<id>/<round>/bid.yaml` | who bids, and which of the draft terms it changes |
    | `bids/<id>/<round>/prices.csv` | its prices |
    | `bids/<id>/<round>/answers.csv` | its answers to the requirements |

    A new round of a bid is a new folder beside the old one, such as `bids/north/2-clarified`.

    """

  private static let todaysTerms = """
    name: In-house service desk
    # What the draft terms say and does not hold today is taken away with null.
    terms:
      payment: null
      indexation:
        pay: null
        staff: {index: wages, share: 100%}
      service_levels: null
      credits: null
      rights: null

    """

  private static let todaysPrices = """
    item,kind,service_line,from,to,price,currency,indexation,first_month,last_month
    staff,fixed_fee,,,,38000,EUR,staff,,
    tools,fixed_fee,,,,5200,EUR,,,
    overtime,unit_price,tickets,,,0.75,EUR,staff,,

    """

  private static let north = """
    name: Northern Desk
    # It accepts the draft terms. Its price follows the volume, so that it needs no volume band.
    terms: {}

    """

  // Until go-live the old operation runs: what that costs is a price line of every bid.
  private static let northPrices = """
    item,kind,service_line,from,to,price,currency,indexation,first_month,last_month
    as-is-operation,fixed_fee,,,,45000,EUR,,1,2
    tickets,tier,tickets,0,2000,15.80,EUR,pay,3,
    tickets,tier,tickets,2000,,12.40,EUR,pay,3,
    transition,transition,,,,30000,EUR,,3,

    """

  private static let northAnswers = """
    requirement,answer,by,evidence,text,page
    gdpr-28,comply,,certificate,We sign your agreement.,4
    iso-27001,comply,,certificate,Certified for all sites offered.,6
    languages,partial,,self_declared,Both languages from 8 to 18 h; one of them later.,9

    """

  private static let south = """
    name: Southern Services
    # A fixed fee at the baseline volumes, with charges and credits beyond a deadband; less at risk.
    terms:
      volume_bands:
        tickets: {deadband: 10%, reading: excess, baseline: event}
      credits:
        at_risk: 8%
        cap: 8%

    """

  private static let southPrices = """
    item,kind,service_line,from,to,price,currency,indexation,first_month,last_month
    as-is-operation,fixed_fee,,,,45000,EUR,,1,2
    desk,fixed_fee,,,,34500,EUR,pay,3,
    more-tickets,arc,tickets,,,11.00,EUR,pay,3,
    fewer-tickets,rrc,tickets,,,8.00,EUR,pay,3,
    transition,transition,,,,24000,EUR,,3,

    """

  private static let southAnswers = """
    requirement,answer,by,evidence,text,page
    gdpr-28,comply,,self_declared,Agreed.,3
    iso-27001,planned,2027-02,self_declared,The audit is booked.,5
    languages,comply,,self_declared,Both languages around the clock.,7

    """
}
