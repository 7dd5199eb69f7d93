using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>The pages in Russian.</summary>
internal sealed class RussianTexts : PageTexts
{
    private static readonly NumberFormatInfo s_money = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    private static readonly string[] s_months =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    public override string Brand => "Песочница выплат";

    public override string Languages => "Язык страницы";

    public override string SandboxNote =>
        "Это песочница: деньги не переводятся. Вводите только опубликованные тестовые карты, не настоящие.";

    public override string Disclaimer => "Для разработки и тестирования. Не связана с Freedom Pay.";

    public override string PayoutTitle => "Получить выплату";

    public override string SaveTitle => "Сохранить карту для выплат";

    public override string SaveLead => "На эту карту магазин сможет отправлять выплаты. Сейчас ничего не переводится и не списывается.";

    public override string ErrorInTitle => "Ошибка";

    public override string Merchant => "Магазин";

    public override string Order => "Заказ";

    public override string Description => "Назначение";

    public override string ValidUntil => "Ссылка действует до";

    public override string CardLabel => "Номер карты";

    public override string CardHint => "Тестовая карта из списка ниже, можно с пробелами.";

    public override string SaveButton => "Сохранить карту";

    public override string TestCards => "Тестовые карты и что будет с выплатой";

    public override string CardColumn => "Карта";

    public override string OutcomeColumn => "Что будет";

    public override string OpenAgain => "Открыть страницу заново";

    public override string MerchantNumber(long merchant) => string.Create(CultureInfo.InvariantCulture, $"№\u00A0{merchant}");

    public override string PayoutButton(string money) => $"Получить {money}";

    public override string Outcome(TestCard card) => (card.ErrorCode, card.InProcess) switch
    {
        (null, false) => "Выплата пройдёт сразу",
        (null, true) => "Сначала в обработке, потом пройдёт",
        ({ } code, false) => Failure("Ошибка", code),
        ({ } code, true) => Failure("Сначала в обработке, потом ошибка", code),
    };

    public override string Problem(TypedCardProblem problem) => problem switch
    {
        TypedCardProblem.Empty => "Введите номер карты.",
        TypedCardProblem.NotDigits => "В номере карты не только цифры. Уберите лишнее; пробелы и дефисы можно оставить.",
        TypedCardProblem.Length => "В номере карты должно быть от 13 до 20 цифр. Проверьте, все ли они на месте.",
        TypedCardProblem.CheckDigit => "В номере карты опечатка: контрольная цифра не сходится. Введите номер ещё раз.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };

    public override string RefusedWith(int code) => string.Create(CultureInfo.InvariantCulture, $"Шлюз отказал с кодом {code}:");

    public override string AfterRefusal => "Попробуйте другую карту или обратитесь в магазин.";

    public override NoticeTexts Notice(NoticeKind kind) => kind switch
    {
        NoticeKind.UsedLink => new("Ссылка уже использована",
            "Карту по этой ссылке уже указали. Если нужна другая карта, попросите у магазина новую ссылку."),
        NoticeKind.ExpiredLink => new("Срок действия ссылки истёк",
            "Указать карту по этой ссылке больше нельзя. Попросите у магазина новую."),
        NoticeKind.UnknownLink => new("Такой ссылки нет",
            "Проверьте, целиком ли скопирован адрес, или попросите у магазина новую ссылку. После сброса песочницы прежние ссылки не работают."),
        NoticeKind.ForgedPost => new("Форма отправлена не с этой страницы",
            "Номер карты не принят. Откройте страницу заново и введите его ещё раз."),
        NoticeKind.UnreadableForm => new("Форму не удалось прочитать",
            "Номер карты не принят. Откройте страницу заново и отправьте форму из браузера."),
        NoticeKind.NothingToDo => new("Здесь ничего не нужно делать",
            "Эта выплата идёт на банковский счёт (IBAN), карта для неё не нужна. Страницу можно закрыть."),
        NoticeKind.StoreUnavailable => new("Песочница временно недоступна",
            "Подождите минуту и откройте страницу заново. Если карта уже принята, страница об этом скажет."),
        NoticeKind.Fault => new("Что-то сломалось",
            "Откройте страницу заново. Если карта уже принята, страница об этом скажет. Причину покажет журнал песочницы."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public override string Money(Amount amount) => (amount.Minor / 100m).ToString("N2", s_money);

    public override string Moment(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.Day}\u00A0{s_months[time.Month - 1]} {time:yyyy}, {time:HH:mm} ({Zone(time.Offset)})");

    private static string Failure(string kind, int code) => string.Create(CultureInfo.InvariantCulture, $"{kind} {code}: {Meaning(code)}");

    private static string Meaning(int code) => code switch
    {
        GatewayError.ServiceUnavailable => "сервис недоступен",
        GatewayError.AskYourBank => "отказал банк карты",
        GatewayError.BalanceTooLow => "у магазина не хватает средств",
        _ => GatewayError.Get(code).Description,
    };
}
