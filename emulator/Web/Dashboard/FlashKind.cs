namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>What a form has come to.</summary>
internal enum FlashKind
{
    /// <summary>A callback is sent again.</summary>
    Resent,

    /// <summary>A callback is not sent: its payout is in process.</summary>
    NotFinal,

    /// <summary>A payout was made final.</summary>
    Settled,

    /// <summary>It was final before.</summary>
    FinalAlready,

    /// <summary>It cannot succeed: nobody has typed a card.</summary>
    NoRecipient,

    /// <summary>The rules were replaced; their number.</summary>
    RulesTaken,

    /// <summary>The rules are those of the start again.</summary>
    RulesTakenBack,

    /// <summary>A clock was advanced; settled payouts, attempts, delivered, dead letters, callbacks still pending.</summary>
    Advanced,

    ClockStands,

    ClockGoesOn,

    ClockSetBack,

    /// <summary>Merchants were emptied; how many.</summary>
    Emptied,

    /// <summary>What the form was about is no more.</summary>
    Gone,
}
