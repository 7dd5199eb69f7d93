using System.ComponentModel;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What a reset of all came to.</summary>
internal sealed record ResetView([property: Description("How many merchants were emptied.")] int Merchants);
