using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Slows down who tries tokens: after a few wrong ones from an address it has none looked at for a while, a longer one with each. The same
/// wrong token again tells nothing new and costs nothing: a test suite with an old token shuts nobody out.
/// </summary>
internal sealed class WrongTokens(TimeProvider time)
{
    /// <summary>More are forgotten, the one that was quiet the longest first.</summary>
    public const int MostAddresses = 1000;

    /// <summary>So many wrong tokens cost nothing: people mistype.</summary>
    public const int Free = 5;

    private const int MostRemembered = 8;
    private const int NetworkBytes = 8;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    /// <summary>After so long without a wrong token an address begins anew.</summary>
    private static readonly TimeSpan s_forgiven = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Trials> _byAddress = [];

    /// <summary>How many addresses are remembered.</summary>
    public int Addresses
    {
        get
        {
            lock (_lock)
                return _byAddress.Count;
        }
    }

    /// <param name="token">The token.</param>
    /// <param name="text">What was shown in its place.</param>
    /// <param name="from">Who showed it.</param>
    public TokenCheck Try(AdminToken token, string text, IPAddress? from)
    {
        // Under the lock, so that of many guesses at once no more are looked at than of one after the other.
        lock (_lock)
        {
            var (address, now) = (GetNetwork(from ?? IPAddress.None), time.GetUtcNow());
            if (_byAddress.TryGetValue(address, out var trials) && now - trials.Last > s_forgiven)
            {
                _byAddress.Remove(address);
                trials = null;
            }

            var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            if (trials?.Known.Contains(digest) == true)
                return TokenCheck.Wrong;
            if (trials is not null && now < trials.Until)
                return TokenCheck.After(trials.Until - now);
            if (token.Is(text))
                return TokenCheck.Right;
            Remember(trials ?? Enter(address, now), digest, now);
            return TokenCheck.Wrong;
        }
    }

    private static void Remember(Trials trials, string digest, DateTimeOffset now)
    {
        (trials.Count, trials.Last) = (trials.Count + 1, now);
        trials.Known.Enqueue(digest);
        if (trials.Known.Count > MostRemembered)
            trials.Known.Dequeue();
        if (trials.Count >= Free)
            trials.Until = now + WaitAfter(trials.Count - Free);
    }

    private static TimeSpan WaitAfter(int more) => more < 6 ? s_first * (1 << more) : s_longest;

    private Trials Enter(IPAddress address, DateTimeOffset now)
    {
        if (_byAddress.Count >= MostAddresses)
            _byAddress.Remove(_byAddress.MinBy(one => one.Value.Last).Key);
        return _byAddress[address] = new Trials { Last = now };
    }

    // The owner of an IPv6 address has the other 2^64 of its network, too.
    private static IPAddress GetNetwork(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Trials
    {
        /// <summary>The last wrong ones, as digests.</summary>
        public Queue<string> Known { get; } = new();

        public int Count { get; set; }

        public DateTimeOffset Last { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
