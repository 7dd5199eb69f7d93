namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What a merchant must offer for a check to apply.</summary>
internal enum CheckNeed
{
    Nothing,

    /// <summary>To be told of orders.</summary>
    OrderSetup,

    /// <summary>To be told of orders, and to know a callback before the payout it tells of.</summary>
    OrderBeforePayout,

    /// <summary>To read callbacks sent with GET.</summary>
    Get,

    /// <summary>To read callbacks in <c>pg_xml</c>.</summary>
    Xml,
}
