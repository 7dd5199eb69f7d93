namespace NBomber.Contracts.Stats;

/// <summary>How a report is written.</summary>
internal enum ReportFormat { Txt, Html, Csv, Md }
