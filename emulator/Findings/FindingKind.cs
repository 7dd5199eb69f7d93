namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>
/// A mistake of merchants that the sandbox can see and the gateway would not tell: what it is, why it matters, what to do.
/// </summary>
/// <param name="Id">Such as <c>double-payout</c>; stays the same.</param>
/// <param name="CostsMoney">Whether it loses money in production, rather than sleep.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">What to do.</param>
internal sealed record FindingKind(string Id, bool CostsMoney, string Why, string Fix)
{
    public static FindingKind DoublePayout { get; } = new(
        "double-payout",
        CostsMoney: true,
        "The recipient is paid twice.",
        "Make one order id for each payment and keep it before the first call; repeat a payment only under its own id.");

    public static FindingKind PaidAgain { get; } = new(
        "paid-again-after-lost-answer",
        CostsMoney: true,
        "The first payout had been made, and only its answer was lost: the recipient is paid twice.",
        "After a lost answer ask for the status by the order id, and pay again only when there is no such payout.");

    public static FindingKind StatusNeverAsked { get; } = new(
        "status-never-asked",
        CostsMoney: true,
        "The payout was in process; its outcome reached you neither by a callback nor by an inquiry.",
        "Ask for the status of every payout in process until it is final, callbacks or not.");

    public static FindingKind SlowCallback { get; } = new(
        "slow-callback",
        CostsMoney: false,
        "The gateway gives up on slow endpoints and calls again, so you work on the same callback twice at once.",
        "Store the callback, answer 200, and work on it afterwards.");

    public static FindingKind ErrorUnder200 { get; } = new(
        "error-under-200",
        CostsMoney: true,
        "HTTP 200 means that the callback arrived: it is not repeated, although your service seems to have failed.",
        "Answer 500 when the callback was not stored.");

    public static FindingKind SaltReused { get; } = new(
        "salt-reused",
        CostsMoney: false,
        "Requests with one salt sign alike where their fields are alike; a salt is there to be different each time.",
        "Draw a new random pg_salt for every request.");

    public static FindingKind OrderReused { get; } = new(
        "order-id-reused",
        CostsMoney: true,
        "Under one order id nobody can tell which payout an answer, a callback or a status is about.",
        "Make order ids unique for ever, over restarts and environments as well.");

    public static FindingKind CallRepeated { get; } = new(
        "call-repeated",
        CostsMoney: false,
        "The first call was carried out, and the gateway refuses the second with 9991: a client that reads only that takes a payout that was made for refused.",
        "Give the call a pg_idempotency_key, so that a repeat gets the first answer; after 9991 ask for the status of the order.");

    public static FindingKind PlainPostLink { get; } = new(
        "plain-http-post-link",
        CostsMoney: false,
        "Callbacks to a public host over plain HTTP can be read and held back on their way.",
        "Give an https address in pg_post_link.");

    public static FindingKind SecretSent { get; } = new(
        "secret-sent",
        CostsMoney: true,
        "Anybody who sees the request can sign payouts in your name.",
        "Sign with the secret and never send it; if it was ever sent to the gateway, have it changed.");

    public static FindingKind ProductionHost { get; } = new(
        "production-host",
        CostsMoney: true,
        "A test that names the vendor's production host is a setting away from paying real money.",
        "Look for where test and production settings mix.");

    public static IReadOnlyList<FindingKind> All { get; } =
    [
        DoublePayout, PaidAgain, StatusNeverAsked, SlowCallback, ErrorUnder200, SaltReused, OrderReused, CallRepeated, PlainPostLink, SecretSent, ProductionHost,
    ];

    public override string ToString() => Id;
}
