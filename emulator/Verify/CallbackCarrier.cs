namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>How a callback's fields are carried.</summary>
internal enum CallbackCarrier
{
    /// <summary>As a form, with its length told (N-1).</summary>
    Form,

    /// <summary>As a form in chunks, whose length no header tells.</summary>
    ChunkedForm,

    /// <summary>In the query of a GET.</summary>
    Query,

    /// <summary>As XML in the field <c>pg_xml</c>.</summary>
    Xml,

    /// <summary>Not at all: a body that is broken JSON.</summary>
    BrokenJson,
}
