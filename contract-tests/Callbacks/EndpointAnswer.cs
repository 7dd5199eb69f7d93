using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>How a merchant's endpoint answers a callback it has read.</summary>
internal delegate Task EndpointAnswer(HttpContext context);
