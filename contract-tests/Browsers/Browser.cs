using System.Drawing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace FreedomPaySandbox.ContractTests.Browsers;

/// <summary>Chromium with a profile of its own, as big as a phone, that runs no script of any page unless it is told to.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string? s_chromium = Find("chromium", "chromium-browser", "google-chrome");
    private static readonly string? s_driver = Find("chromedriver");

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("fps-browser-");
    private readonly ChromeDriverService _service;

    /// <param name="size">Of its window.</param>
    /// <param name="runsScripts">Whether it runs the scripts of pages.</param>
    /// <param name="resolves">A name that is this machine for it, as a stranger's name server could say.</param>
    public Browser(Size? size = null, bool runsScripts = false, string? resolves = null)
    {
        _service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(s_driver), Path.GetFileName(s_driver));
        var options = new ChromeOptions { BinaryLocation = s_chromium };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", $"--user-data-dir={_profile.FullName}");
        if (resolves is not null)
            options.AddArgument($"--host-resolver-rules=MAP {resolves} 127.0.0.1");
        if (!runsScripts)
            options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        options.AddUserProfilePreference("intl.accept_languages", "ru");
        Driver = new ChromeDriver(_service, options);
        Driver.Manage().Window.Size = size ?? new Size(500, 900);
    }

    /// <summary>Why there is no browser, or nothing.</summary>
    public static string? Missing { get; } =
        s_chromium is null ? "Needs Chromium: install chromium." : s_driver is null ? "Needs ChromeDriver: install chromium-driver." : null;

    public IWebDriver Driver { get; }

    /// <summary>What has the keyboard.</summary>
    public IWebElement Focused => Driver.SwitchTo().ActiveElement();

    /// <summary>Does what leads to another page, and waits until this one is gone.</summary>
    public void Leave(Action doing)
    {
        var page = Element("html");
        doing();
        new WebDriverWait(Driver, Callbacks.Patience.Limit).Until(_ => IsGone(page));
    }

    /// <summary>Waits until the address is that one.</summary>
    public void LandOn(string address) => new WebDriverWait(Driver, Callbacks.Patience.Limit).Until(driver => driver.Url == address);

    public IWebElement Element(string css) => Driver.FindElement(By.CssSelector(css));

    /// <summary>Whether the page is wider than the window.</summary>
    public bool ScrollsSideways =>
        (bool)((IJavaScriptExecutor)Driver).ExecuteScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth")!;

    public void Dispose()
    {
        Driver.Quit();
        Driver.Dispose();
        _service.Dispose();
        _profile.Delete(recursive: true);
    }

    private static bool IsGone(IWebElement element)
    {
        try
        {
            return !element.Displayed && !element.Enabled;
        }
        catch (StaleElementReferenceException)
        {
            return true;
        }
    }

    private static string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path))
                    return path;
            }
        }

        return null;
    }
}
