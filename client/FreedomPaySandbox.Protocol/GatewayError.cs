using System.Collections.Frozen;

namespace FreedomPaySandbox.Protocol;

/// <summary>An error of the gateway: its number and the vendor's text, word for word. Source: the vendor's error table.</summary>
/// <param name="Code">The number sent as <c>pg_error_code</c>.</param>
/// <param name="Description">The text sent as <c>pg_error_description</c>.</param>
public sealed record GatewayError(int Code, string Description)
{
    /// <summary>The signature of a request is wrong, on <c>/g2g/*</c> and <c>/v1/*</c> (E-2, E-4).</summary>
    public const int InvalidSignature = 1100;

    /// <summary>What was named is not there, the token of a saved card for one (M-7).</summary>
    public const int ModelNotFound = 1999;

    /// <summary>The payout balance is too low (E-8).</summary>
    public const int BalanceTooLow = 8888;

    /// <summary>A field is missing or malformed (E-7).</summary>
    public const int InvalidField = 9403;

    /// <summary>The order id was used before (E-9).</summary>
    public const int DuplicateOrder = 9991;

    /// <summary>The method is switched off for the merchant (E-11).</summary>
    public const int MethodNotAllowed = 9992;

    /// <summary>The merchant's number is wrong.</summary>
    public const int WrongMerchant = 9997;

    /// <summary>The merchant is unknown (E-5), or the signature of a request to <c>/api/*</c> is wrong (E-3).</summary>
    public const int InvalidSignatureOrMerchant = 9998;

    /// <summary>The gateway failed; the outcome of the payout is unknown (E-12).</summary>
    public const int SystemFault = 9999;

    /// <summary>The payment service is unavailable.</summary>
    public const int ServiceUnavailable = 10000;

    /// <summary>The card's bank refused.</summary>
    public const int AskYourBank = 10001;

    /// <summary>The time limit of the payout is past (M-7, M-8).</summary>
    public const int TimeIsUp = 10018;

    /// <summary>The card number is wrong, its check digit for one.</summary>
    public const int WrongCardNumber = 10032;

    /// <summary>There is no such payout (E-6).</summary>
    public const int PaymentNotFound = 11068;

    /// <summary>The payment system refused without saying why.</summary>
    public const int UnknownFault = 99999;

    /// <summary>The vendor's whole table, by number.</summary>
    public static IReadOnlyList<GatewayError> All { get; } =
    [
        new(1100, "Некорректная подпись запроса"),
        new(1202, "Incorrect payment id"),
        new(1380, "amount too small"),
        new(1999, "Модел не найден"),
        new(2999, "Метод не найден"),
        new(8888, "Недостаточно средств! Пополните выплатной баланс"),
        new(8889, "Ошибка прохождения 3D-Secure"),
        new(9403, "Неверная валидация"),
        new(9991, "Неуникальный идентификатор заказа"),
        new(9992, "Вызываемый метод не активирован для магазина."),
        new(9993, "Не найден/не указан success/error/post-link URL."),
        new(9994, "Запрошенное действие отключено в настройках магазина"),
        new(9995, "Платеж в тестовом режиме"),
        new(9996, "Отсутствует или не действует контракт с магазином"),
        new(9997, "Неверный номер магазина"),
        new(9998, "Некорректная подпись запроса"),
        new(9999, "Ошибка системы"),
        new(10000, "Ошибка оплаты. Сервис недоступен. Повторите попытку позже."),
        new(10001, "Ошибка оплаты. Обратитесь в банк выпустивший карту"),
        new(10005, "Неверно указаны карточные данные"),
        new(10006, "Превышен лимит частоты оплат"),
        new(10007, "Отказано по причине нарушения безопасности карточных данных."),
        new(10008, "Неверно введены данные карты. Попробуйте повторить оплату."),
        new(10009, "Недостаточно средств"),
        new(10010, "Ограничения на карте. Свяжитесь с банком выпустившим карту"),
        new(10013, "Карта данной страны не разрешена для проведения транзакции"),
        new(10014, "Превышен временной интервал"),
        new(10017, "Срок действия карты истек"),
        new(10018, "Время жизни платежа истекло, необходимо создать новый"),
        new(10021, "Недействительная транзакция"),
        new(10022, "Сумма превышает допустимый лимит на карте."),
        new(10026, "Ошибка выплаты. Обратитесь в Магазин"),
        new(10028, "Превышен лимит по частоте оплаты. Свяжитесь с магазином"),
        new(10029, "В данный момент выплаты на IBAN не работают"),
        new(10030, "Ошибка минимальной суммы. Просим обратиться в Магазин"),
        new(10031, "Некорректный номер телефона"),
        new(10032, "Неправильный/несуществующий номер карты"),
        new(10037, "Карта временно заблокирована"),
        new(10038, "Карта заблокирована и подлежит удержанию"),
        new(10039, "Некорректная операция"),
        new(10040, "Неверный номер счета/карты"),
        new(10041, "Счет/карта закрыта"),
        new(10045, "Charge from card declined due to security reasons."),
        new(11051, "Блокировка по лимиту"),
        new(11052, "Общая ошибка"),
        new(11068, "Payment not found."),
        new(12000, "Ошибка ЦУС"),
        new(99999, "Неизвестная ошибка платежной системы"),
    ];

    private static readonly FrozenDictionary<int, GatewayError> s_byCode = All.ToFrozenDictionary(error => error.Code);

    /// <summary>The error of that number.</summary>
    /// <param name="code">A number of the vendor's table.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table does not know the number.</exception>
    public static GatewayError Get(int code) => Find(code)
        ?? throw new ArgumentOutOfRangeException(nameof(code), code, "The vendor's error table does not know this code.");

    /// <summary>The error of that number, or <see langword="null"/> when the table does not know it.</summary>
    /// <param name="code">Any number.</param>
    public static GatewayError? Find(int code) => s_byCode.GetValueOrDefault(code);
}
