using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Errors;

public sealed class GatewayErrorTests
{
    [Fact]
    public void The_table_holds_every_code_once_in_order()
    {
        var codes = GatewayError.All.Select(error => error.Code).ToList();
        Assert.Equal(48, codes.Count);
        Assert.Equal(codes.Order().Distinct(), codes);
    }

    [Fact]
    public Task The_texts_are_the_vendors() =>
        Verify(string.Concat(GatewayError.All.Select(error => $"{error.Code} {error.Description}\n")));

    [Theory]
    [InlineData(1100, "Некорректная подпись запроса")]
    [InlineData(8888, "Недостаточно средств! Пополните выплатной баланс")]
    [InlineData(9403, "Неверная валидация")]
    [InlineData(9991, "Неуникальный идентификатор заказа")]
    [InlineData(9992, "Вызываемый метод не активирован для магазина.")]
    [InlineData(9998, "Некорректная подпись запроса")]
    [InlineData(9999, "Ошибка системы")]
    [InlineData(10032, "Неправильный/несуществующий номер карты")]
    [InlineData(11068, "Payment not found.")]
    [InlineData(99999, "Неизвестная ошибка платежной системы")]
    public void A_refusal_has_the_vendors_text(int code, string description)
    {
        Assert.Equal(new GatewayError(code, description), GatewayError.Get(code));
        Assert.Equal(GatewayError.Get(code), GatewayError.Find(code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(10002)]
    public void An_unknown_code_is_not_invented(int code)
    {
        Assert.Null(GatewayError.Find(code));
        Assert.Throws<ArgumentOutOfRangeException>(() => GatewayError.Get(code));
    }
}
