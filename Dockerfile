# The sandbox. --target merchant is the sample merchant instead, --target load the load tests.

# Compiles on the machine's own architecture for the one that is asked for.
FROM --platform=${BUILDPLATFORM:-linux/amd64} mcr.microsoft.com/dotnet/sdk:10.0 AS sdk
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false \
    RESTORE="-p:Configuration=Release" \
    PUBLISH="--configuration Release --no-restore --no-self-contained --output /app -p:UseAppHost=false -p:DebugType=none -p:PublishDocumentationFiles=false -p:RunAnalyzers=false"
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY client/FreedomPaySandbox.Protocol/*.csproj client/FreedomPaySandbox.Protocol/
RUN mkdir /data

FROM sdk AS sandbox-build
ARG TARGETARCH
COPY client/FreedomPaySandbox.Verification/*.csproj client/FreedomPaySandbox.Verification/
COPY emulator/*.csproj emulator/
RUN dotnet restore emulator $RESTORE ${TARGETARCH:+--arch $TARGETARCH}
COPY client/FreedomPaySandbox.Protocol client/FreedomPaySandbox.Protocol
COPY client/FreedomPaySandbox.Verification client/FreedomPaySandbox.Verification
COPY emulator emulator
RUN dotnet publish emulator $PUBLISH ${TARGETARCH:+--arch $TARGETARCH}

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS sandbox
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Freedom Pay payout sandbox" \
      org.opencontainers.image.description="A local stand-in for Freedom Pay's payout API, for development and tests. Moves no money." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
COPY --from=sandbox-build --chown=$APP_UID:$APP_UID /data /data
COPY --from=sandbox-build /app /app
# Nothing but the store is written, so the rest of the file system may be read-only: the runtime leaves no files to debug it by.
ENV DOTNET_EnableDiagnostics=0 \
    FPS_URL=http://0.0.0.0:8585 \
    FPS_STORE=/data/sandbox.db
USER $APP_UID
WORKDIR /data
VOLUME /data
EXPOSE 8585
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s --start-interval=500ms CMD ["dotnet", "/app/FreedomPaySandbox.Emulator.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "/app/FreedomPaySandbox.Emulator.dll"]

FROM sdk AS merchant-build
ARG TARGETARCH
COPY client/FreedomPaySandbox.Client/*.csproj client/FreedomPaySandbox.Client/
COPY client/FreedomPaySandbox.Client.AspNetCore/*.csproj client/FreedomPaySandbox.Client.AspNetCore/
COPY client/FreedomPaySandbox.SampleMerchant/*.csproj client/FreedomPaySandbox.SampleMerchant/
RUN dotnet restore client/FreedomPaySandbox.SampleMerchant $RESTORE ${TARGETARCH:+--arch $TARGETARCH}
COPY client client
RUN dotnet publish client/FreedomPaySandbox.SampleMerchant $PUBLISH ${TARGETARCH:+--arch $TARGETARCH}

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS merchant
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Freedom Pay payout sandbox: sample merchant" \
      org.opencontainers.image.description="A merchant's service in small, that pays by the sandbox and hears its callbacks." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
COPY --from=merchant-build /app /app
ENV DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=8080
USER $APP_UID
WORKDIR /app
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/FreedomPaySandbox.SampleMerchant.dll"]

# On top of the sandbox's, which they contain.
FROM sandbox-build AS load-build
ARG TARGETARCH
RUN rm -r /app
COPY client/FreedomPaySandbox.Client/*.csproj client/FreedomPaySandbox.Client/
COPY client/FreedomPaySandbox.Client.AspNetCore/*.csproj client/FreedomPaySandbox.Client.AspNetCore/
COPY client/FreedomPaySandbox.Testing/*.csproj client/FreedomPaySandbox.Testing/
COPY load-tests/*.csproj load-tests/
RUN dotnet restore load-tests $RESTORE ${TARGETARCH:+--arch $TARGETARCH}
COPY client client
COPY load-tests load-tests
RUN dotnet publish load-tests $PUBLISH ${TARGETARCH:+--arch $TARGETARCH}

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS load
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Freedom Pay payout sandbox: load tests" \
      org.opencontainers.image.description="Load scenarios for the sandbox, or for a merchant's callback endpoint." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
COPY --from=load-build /app /app
ENV DOTNET_EnableDiagnostics=0
USER $APP_UID
WORKDIR /app
ENTRYPOINT ["dotnet", "/app/FreedomPaySandbox.LoadTests.dll"]

# What is built when no target is named.
FROM sandbox
