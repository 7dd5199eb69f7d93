using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a call as it is put together: the merchant first, and nothing for what was not given.</summary>
internal sealed class MessageFields(long merchantId)
{
    public Parameters All { get; } = new() { { Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture) } };

    public MessageFields And(string name, Amount value) => And(name, value.ToString());

    public MessageFields And(string name, long? value) => And(name, value?.ToString(CultureInfo.InvariantCulture));

    public MessageFields And(string name, string? value)
    {
        if (value is not null)
            All.Add(name, value);
        return this;
    }
}
