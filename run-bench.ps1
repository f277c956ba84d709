# ./run-bench.ps1            the default run: measures a decoder over batch sizes and precisions on this machine
# ./run-bench.ps1 test       every test
# ./run-bench.ps1 ARGS...    anything else of inferbench: ./run-bench.ps1 run --help, ./run-bench.ps1 doctor
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$artifacts = Join-Path $root 'artifacts'
$log = Join-Path $artifacts 'build.log'
$stamp = Join-Path $artifacts '.built'
$solution = Join-Path $root 'InferBench.sln'
$program = Join-Path $artifacts 'bin/InferBench.Cli/release/inferbench.dll'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('run-bench: dotnet is not on the PATH; install the .NET 10 SDK')
    exit 2
}

# Builds only when a source is newer than the last build; says nothing when up to date.
function Test-UpToDate {
    if (-not (Test-Path $stamp)) { return $false }
    # On Linux a name that begins with a dot is hidden, and Get-Item finds it only when forced.
    $built = (Get-Item -Force $stamp).LastWriteTimeUtc
    $roots = 'src', 'bench', 'tests', 'InferBench.sln', 'global.json', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props' |
        ForEach-Object { Join-Path $root $_ }
    $newer = Get-ChildItem -Path $roots -Recurse -File |
        Where-Object { $_.LastWriteTimeUtc -gt $built } |
        Select-Object -First 1
    return $null -eq $newer
}

# Each cause once: projects that lack the same package say the same, apart from their own path before or behind it.
function Get-Cause {
    Select-String -Path $log -Pattern ': (error|warning) ' -CaseSensitive |
        ForEach-Object { $_.Line.Trim() -replace ' \[[^\]]*\]$', '' -replace '^.*\.(csproj|sln) ?: ', '' } |
        Sort-Object -Unique |
        Select-Object -First 40
}

function Invoke-Build {
    if (Test-UpToDate) { return }
    New-Item -ItemType Directory -Force $artifacts | Out-Null
    if (-not (Test-Path $stamp)) { [Console]::Error.WriteLine('run-bench: first build, this takes a minute or two') }
    & dotnet build $solution --nologo *> $log
    if ($LASTEXITCODE -ne 0) {
        $causes = @(Get-Cause)
        if ($causes.Count -eq 0) { $causes = @(Get-Content $log) }
        $causes | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('run-bench: the build failed; the whole log is in artifacts/build.log')
        exit 1
    }
    New-Item -ItemType File -Force $stamp | Out-Null
}

# PowerShell makes an array of 1,2,4 where a script is called; the program reads one argument.
$passed = @(foreach ($argument in $args) { if ($argument -is [array]) { $argument -join ',' } else { $argument } })

if ($passed.Count -gt 0 -and $passed[0] -eq 'test') {
    $rest = @($passed | Select-Object -Skip 1)
    & dotnet test $solution --nologo @rest
    exit $LASTEXITCODE
}

Invoke-Build
if ($passed.Count -eq 0) {
    & dotnet $program run --results (Join-Path $root 'results')
}
else {
    & dotnet $program @passed
}
exit $LASTEXITCODE
