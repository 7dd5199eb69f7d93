using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Words;

/// <summary>The dashboard in Russian.</summary>
internal sealed class RussianDashboard : DashboardTexts
{
    private static readonly NumberFormatInfo s_russian = new() { NumberDecimalSeparator = "," };

    public static DashboardTexts Texts { get; } = new RussianDashboard();

    public override string Brand => "Песочница выплат";

    public override string Languages => "Язык";

    public override string Sections => "Разделы";

    public override string SkipToContent => "К содержанию";

    public override string Disclaimer => "Для разработки и тестов: деньги не переводятся. Проект не связан с Freedom Pay.";

    public override string AdminApi => "Admin API";

    public override string LeaveButton => "Выйти";

    public override string Live => "Вживую";

    public override string NotLive => "Нет связи";

    public override string Payouts => "Выплаты";

    public override string Payout => "Выплата";

    public override string Requests => "Запросы";

    public override string Rules => "Правила";

    public override string Rule => "Правило";

    public override string Clock => "Часы";

    public override string Findings => "Замечания";

    public override string Merchants => "Магазины";

    public override string Merchant => "Магазин";

    public override string AllMerchants => "Все магазины";

    public override string Show => "Показать";

    public override string Find => "Найти";

    public override string Copy => "Скопировать";

    public override string Copied => "Скопировано";

    public override string Paging => "Страницы списка";

    public override string Newest => "К новым";

    public override string Older => "Более ранние";

    public override string More => "Дальше";

    public override string SearchHint => "Заказ, номер выплаты, конец карты";

    public override string SearchLabel => "Поиск выплат";

    public override string OrderHint => "Номер заказа";

    public override string Status => "Состояние";

    public override string AnyStatus => "Любое состояние";

    public override string Method => "Метод";

    public override string AnyMethod => "Любой метод";

    public override string Outcome => "Итог";

    public override string AnyOutcome => "Любой итог";

    public override string MadeAt => "Время";

    public override string ReceivedAt => "Время";

    public override string Order => "Заказ";

    public override string Amount => "Сумма";

    public override string Recipient => "Получатель";

    public override string NobodyYet => "карта ещё не указана";

    public override string Callback => "Уведомление";

    public override string NoCallback => "нет";

    public override string Call => "Вызов";

    public override string Took => "Время ответа";

    public override string NothingFound => "Ничего не нашлось";

    public override string NothingFoundText => "Ни одна запись не подходит под все условия.";

    public override string ShowAll => "Показать все";

    public override string FirstTitle => "Отправьте первую выплату";

    public override string FirstText => "Выполните в терминале: вызов уже подписан. Выплата появится здесь сама, как и всё, что ваш сервис отправит по адресу ниже.";

    public override string GatewayAddress => "Адрес шлюза";

    public override string NoCallsYet => "Вызовов пока нет";

    public override string NoCallsYetText => "Здесь появится каждый вызов вашего сервиса и ответ на него.";

    public override string StrayCalls => "Вызовы без известного мерчанта";

    public override string StrayCallsText => "В этих вызовах не указан ни один из настроенных мерчантов. Возможно, среди них есть ваши.";

    public override string RequestCame => "Запрос";

    public override string Answered => "Ответ";

    public override string Answer => "Ответ";

    public override string Made => "Выплата создана";

    public override string CallLetGo => "Журнал уже не хранит этот вызов: в памяти остаются только последние (--journal-entries).";

    public override string FieldsSent => "Поля";

    public override string AnswerSent => "Что отправлено в ответ";

    public override string DecidedBy => "Правило";

    public override string WithFault => "сбой";

    public override string WaitsForRecipient => "Ждёт, пока получатель укажет карту";

    public override string Until => "до";

    public override string NextAttempt => "Следующая попытка";

    public override string SentAndReceived => "Что отправлено и что получено";

    public override string WhatWasSent => "Отправлено";

    public override string WhatCameBack => "Получено";

    public override string NothingCameBack => "Ничего не пришло";

    public override string Resend => "Отправить ещё раз";

    public override string SendNow => "Отправить сейчас";

    public override string NoPostLink => "Без уведомления: в вызове нет pg_post_link";

    public override string NoCallbackPending => "Уведомление не отправляется";

    public override string SettleTitle => "В обработке";

    public override string SettleAs => "Завершить сейчас";

    public override string SettleButton => "Завершить";

    public override string Success => "успешно";

    public override string Facts => "Сведения";

    public override string PaymentId => "Номер выплаты";

    public override string Commission => "Комиссия";

    public override string BalanceAfter => "Остаток после";

    public override string Reference => "Референс";

    public override string Description => "Назначение";

    public override string User => "Пользователь";

    public override string PostLink => "Адрес уведомлений";

    public override string IdempotencyKey => "Ключ идемпотентности";

    public override string TakeAlong => "Взять с собой";

    public override string AsCurl => "Как curl";

    public override string CurlHint => "Тот же вызов с новой подписью и свободным номером заказа.";

    public override string CurlHintOtherCard => "Тот же вызов с новой подписью и свободным номером заказа. Карта заменена на тестовую: номер настоящей не хранится.";

    public override string AsTest => "Как тест на C#";

    public override string TestHint => "С пакетом FreedomPaySandbox.Testing, который запускает эту песочницу внутри теста.";

    public override string Received => "Получено";

    public override string NoFields => "Прочитать ничего не удалось.";

    public override string NothingAnswered => "Ответа не было.";

    public override string SignatureTitle => "Почему подпись неверна";

    public override string RightText => "Что нужно подписать";

    public override string YourText => "Что подписали вы";

    public override string ErrorInTitle => "Ошибка";

    public override string RulesAsJson => "Правила в JSON";

    public override string RulesHint => "Новые правила заменяют все прежние; если в них есть ошибка, не меняется ничего. Описание и десять примеров — в docs/rules.md.";

    public override string RulesRefused => "Ничего не изменено. Что не так:";

    public override string PutRules => "Применить";

    public override string TakeRulesBack => "Вернуть правила запуска";

    public override string RulesNow => "Действуют";

    public override string Hits => "Сработало";

    public override string Calls => "Проверено";

    public override string BuiltIn => "встроенное";

    public override string ClockLead => "По часам магазина завершаются выплаты и повторяются уведомления. Переведите их, и часы ожидания пройдут за мгновение.";

    public override string ClockStands => "стоят";

    public override string ClockMoved => "переведены";

    public override string ClockAsMachine => "как на этой машине";

    public override string Plus5Seconds => "+5 с";

    public override string Plus30Minutes => "+30 мин";

    public override string Plus2Hours => "+2 ч";

    public override string StandStill => "Остановить";

    public override string GoOn => "Пустить";

    public override string SetBack => "Сбросить";

    public override string MerchantsLead => "У каждого свои выплаты, уведомления, правила, часы и журнал. Секреты не показываются нигде.";

    public override string Settings => "Настройки";

    public override string NoFindings => "Замечаний нет";

    public override string NoFindingsText => "Если песочница заметит что-то в том, как ваш сервис платит или принимает уведомления, она скажет об этом здесь.";

    public override string ResetLink => "Сброс";

    public override string ResetTitle => "Сброс";

    public override string ResetText => "Выплаты, уведомления и журнал исчезнут; остаток, часы и правила станут как вначале. Настройки и секреты сохранятся.";

    public override string ResetButton => "Сбросить";

    public override string KeepIt => "Оставить как есть";

    public override string LoginTitle => "Эта песочница закрыта токеном";

    public override string LoginText => "Она запущена с --admin-token (FPS_ADMIN_TOKEN). Введите этот токен, чтобы войти.";

    public override string Token => "Токен";

    public override string TokenWrong => "Это не тот токен. Спросите того, кто запустил песочницу.";

    public override string TokenLater(int seconds) => $"С вашего адреса пришло слишком много неверных токенов. Подождите {seconds} с и введите токен снова.";

    public override string LoginButton => "Войти";

    public override string ToPayouts => "К выплатам";

    public override Notice ForeignHost => new(
        "Не под этим именем",
        "Под этим именем узла панель не открывается: его могла придумать чужая страница. Откройте localhost или адрес, либо запустите песочницу с --allowed-hosts и этим именем.");

    public override Notice ForeignPage => new(
        "Форма отправлена не с этой страницы",
        "Ничего не сделано. Откройте панель и нажмите кнопку там.");

    public override Notice StaleForm => new(
        "Форма открыта не в этом браузере",
        "Ничего не сделано. Откройте страницу заново и нажмите кнопку ещё раз. Браузер должен сохранять cookie песочницы; скрипты вызывают /__admin.");

    public override Notice UnreadableForm => new(
        "Форму не удалось прочитать",
        "Ничего не сделано. Откройте страницу заново и отправьте форму из браузера; текст не должен быть больше 1 МиБ.");

    public override Notice StoreUnavailable => new(
        "Хранилище не отвечает",
        "Подождите и откройте страницу заново. Подробности — в журнале песочницы.");

    public override Notice Fault => new(
        "Сбой в самой песочнице",
        "Подробности — в её журнале; пожалуйста, сообщите о нём.");

    public override Notice NoPage => new(
        "Такой страницы нет",
        "Начните с выплат.");

    public override Notice NoMerchant => new(
        "Такого магазина нет",
        "Возможно, он удалён или не создан: POST /__admin/merchants создаёт новый.");

    public override Notice NoPayout => new(
        "Такой выплаты нет",
        "После сброса прежних выплат не остаётся.");

    public override Notice NoRequest => new(
        "Такого вызова нет",
        "Журнал хранит последние вызовы каждого магазина (--journal-entries), а сброс начинает новый журнал.");

    public override string GetStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Ok => "Выплачено",
        PayoutStatus.Error => "Ошибка",
        _ => "В обработке",
    };

    public override string GetCallback(CallbackMark callback) => callback switch
    {
        { State: CallbackState.Pending, Attempts: 0 } => $"ждёт до {Due(callback)}",
        { State: CallbackState.Pending } => string.Create(CultureInfo.InvariantCulture, $"неудач: {callback.Attempts}, следующая попытка {Due(callback)}"),
        _ => GetCallbackState(callback.State).ToLowerInvariant(),
    };

    public override string GetCallbackState(CallbackState state) => state switch
    {
        CallbackState.Pending => "Будет доставлено",
        CallbackState.Delivered => "Доставлено",
        CallbackState.Dead => "Не доставлено",
        CallbackState.Lost => "Потеряно по правилу",
        _ => "Подделка отвергнута",
    };

    public override string GetAnswerSignature(AnswerSignature signature) =>
        signature == AnswerSignature.Right ? "ответ подписан верно" : "ответ подписан неверно";

    public override string WillSettle(int? errorCode) =>
        errorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"В обработке, потом ошибка {code}") : "В обработке, потом выплачено";

    public override string AsPlanned(int? errorCode) =>
        errorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"как задумано: ошибка {code}") : "как задумано: успешно";

    public override string Attempt(int number) => string.Create(CultureInfo.InvariantCulture, $"Попытка {number}");

    public override string CallbackNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"уведомление {number}");

    public override string Times(int made, int most) => string.Create(CultureInfo.InvariantCulture, $"сделано {made}, по расписанию {most}");

    public override string OfMerchant(long merchant) => string.Create(CultureInfo.InvariantCulture, $"магазина {merchant}");

    public override string When(string condition) => condition.Length == 0 ? "любая выплата" : $"если {condition}";

    public override string FieldsLeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"Не показано полей: {count}.");

    public override string Evicted(long count) => string.Create(
        CultureInfo.InvariantCulture, $"Более ранних вызовов забыто: {count}, чтобы не занимать память. Больше хранит --journal-entries.");

    public override string ChangeIn(string language) => $"Что изменить: {language}";

    public override string ResetOne(long merchant) => string.Create(CultureInfo.InvariantCulture, $"Очистить магазин {merchant}?");

    public override string ResetAll(int merchants) => merchants == 1 ? "Очистить магазин?" : string.Create(CultureInfo.InvariantCulture, $"Очистить все магазины ({merchants})?");

    public override string Said(Flash flash) => flash.Kind switch
    {
        FlashKind.Resent => "Уведомление отправляется ещё раз.",
        FlashKind.NotFinal => "Выплата ещё в обработке, сообщать пока нечего. Завершите её или переведите часы вперёд.",
        FlashKind.Settled => "Выплата завершена.",
        FlashKind.FinalAlready => "Выплата уже была завершена. Завершить можно только ту, что в обработке.",
        FlashKind.NoRecipient => "Выплата не может пройти: получатель ещё не указал карту. Завершите её ошибкой или укажите карту на её странице.",
        FlashKind.RulesTaken => string.Create(CultureInfo.InvariantCulture, $"Действует правил: {flash[0]}. Счёт начат заново."),
        FlashKind.RulesTakenBack => "Снова действуют правила запуска.",
        FlashKind.Advanced => string.Create(
            CultureInfo.InvariantCulture,
            $"Часы переведены. Завершено: {flash[0]}, попыток: {flash[1]}, доставлено: {flash[2]}, не доставлено: {flash[3]}, ещё ждут: {flash[4]}."),
        FlashKind.ClockStands => "Часы стоят.",
        FlashKind.ClockGoesOn => "Часы идут.",
        FlashKind.ClockSetBack => "Часы снова как вначале.",
        FlashKind.Emptied => string.Create(CultureInfo.InvariantCulture, $"Очищено магазинов: {flash[0]}."),
        _ => "Этого больше нет: возможно, был сброс или удаление.",
    };

    public override string Duration(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(s_russian, $"{duration.TotalMilliseconds:0.#}\u00A0мс")
        : string.Create(s_russian, $"{duration.TotalSeconds:0.#}\u00A0с");

    protected override string Day(DateTimeOffset day) => day.ToString("dd.MM", CultureInfo.InvariantCulture);
}
