namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>What an option of curl says about a call.</summary>
internal enum CurlOption
{
    /// <summary>Nothing that is signed; it stands alone.</summary>
    Flag,

    /// <summary>Nothing that is signed; a value follows.</summary>
    Setting,

    Url,
    Request,
    Get,
    Data,
    DataRaw,
    DataUrlEncode,
    Json,
    Form,
    FormString,
    Header,
}
