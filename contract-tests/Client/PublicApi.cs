using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>
/// What a package shows to those who build on it, one member a line, about as C# would declare it. What a record brings along is left out.
/// </summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (typeof(Delegate).IsAssignableFrom(type))
            {
                var call = type.GetMethod("Invoke")!;
                text.Append($"delegate {Nullable(call.ReturnParameter)} {type.FullName}({Parameters(call)})\n");
                continue;
            }

            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => $"{(type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "")}{(type.GetMethod("<Clone>$") is null ? "class" : "record")}",
        };
        string[] above = [.. Parents(type).Select(Name).Order(StringComparer.Ordinal)];
        return $"{kind} {type.FullName}{(above.Length > 0 ? " : " : "")}{string.Join(", ", above)}";
    }

    private static IEnumerable<Type> Parents(Type type)
    {
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
            yield return parent;
        foreach (var contract in type.IsEnum ? [] : type.GetInterfaces())
        {
            if (contract.Name is not ("IEquatable`1" or "ISerializable" or "IEnumerable"))
                yield return contract;
        }
    }

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")
        : type.GetMembers(Declared).Select(Line).OfType<string>();

    private static string? Line(MemberInfo member) => member switch
    {
        MethodInfo or ConstructorInfo when member.IsDefined(typeof(CompilerGeneratedAttribute)) => null,
        FieldInfo field when Shows(field.IsPublic, field.IsFamily) =>
            $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        ConstructorInfo created when Shows(created.IsPublic, created.IsFamily) => $"new({Parameters(created)})",
        MethodInfo method when Shows(method.IsPublic, method.IsFamily) && !IsAccessor(method) =>
            $"{(method.IsStatic ? "static " : "")}{Nullable(method.ReturnParameter)} {method.Name}({Parameters(method)})",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{(property.GetMethod?.IsStatic == true ? "static " : "")}{Name(property.PropertyType)}{Mark(new NullabilityInfoContext().Create(property).ReadState)} {property.Name}{Index(property)} {{ {accessors} }}",
        _ => null,
    };

    private static bool Shows(bool isPublic, bool isFamily) => isPublic || isFamily;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Accessors(PropertyInfo property) => string.Join(' ', new[]
    {
        property.GetMethod is { IsPublic: true } ? "get;" : null,
        property.SetMethod is { IsPublic: true } set
            ? set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;" : "set;"
            : null,
    }.OfType<string>());

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{string.Join(", ", index.Select(parameter => Name(parameter.ParameterType)))}]" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Nullable(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    private static string Nullable(ParameterInfo parameter) =>
        Name(parameter.ParameterType) + Mark(new NullabilityInfoContext().Create(parameter).WriteState);

    private static string Mark(NullabilityState state) => state == NullabilityState.Nullable ? "?" : "";

    private static string Name(Type type)
    {
        if (s_keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (System.Nullable.GetUnderlyingType(type) is { } value)
            return Name(value);
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
