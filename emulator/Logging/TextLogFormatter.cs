using System.Globalization;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>For people: time, a mark when it is worse than information, the message.</summary>
internal sealed class TextLogFormatter : ILogFormatter
{
    public bool TakesValues => false;

    public string Line(LogEntry entry)
    {
        var mark = entry.Level switch
        {
            >= LogLevel.Error => "error: ",
            LogLevel.Warning => "warning: ",
            _ => "",
        };
        var detail = entry.Exception is null ? "" : Environment.NewLine + TerminalText.SetBack(entry.Exception.ToString());
        return string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcDateTime:HH:mm:ss.fff} {mark}{TerminalText.Line(entry.Message)}{detail}");
    }
}
