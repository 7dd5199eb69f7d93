using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a card to be saved (M-9), before salt and signature.</summary>
internal static class CardSavingMessage
{
    public static Parameters Build(CardSaving saving, long merchantId) => new MessageFields(merchantId)
        .And(Fields.UserId, saving.UserId)
        .And(Fields.PostLink, saving.PostLink)
        .And(Fields.BackLink, saving.BackLink)
        .All;
}
