namespace FreedomPaySandbox.SampleMerchant;

/// <summary>What is known of a payment; unknown before the gateway has answered, and after an answer was lost.</summary>
internal enum OrderState { Unknown, InProcess, Paid, Failed }
