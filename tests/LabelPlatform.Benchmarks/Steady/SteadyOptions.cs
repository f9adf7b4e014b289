namespace LabelPlatform.Benchmarks.Steady;

/// <summary>What <c>steady</c> is asked to do.</summary>
/// <param name="Url">Base address of the platform.</param>
/// <param name="HostHeader">Host name to ask for, when the address is an ingress's; null: that of the address.</param>
/// <param name="Deadline">What each request says it can wait; null: what the platform gives by itself.</param>
/// <param name="Rate">Requests a second, sent whether or not earlier ones are answered.</param>
/// <param name="Duration">How long.</param>
/// <param name="UntilFile">Ends sooner once this file exists.</param>
/// <param name="AllowUnavailable">Whether a 503 is a good answer: while the only replica of a stage is away.</param>
internal sealed record SteadyOptions(Uri Url, string? HostHeader, TimeSpan? Deadline, int Rate, TimeSpan Duration, string? UntilFile, bool AllowUnavailable);
