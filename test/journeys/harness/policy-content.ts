/** What the admin sets for the extension; journeys also hand in wrong ones, so nothing is asked of its shape. */
export type ManagedPolicy = Readonly<Record<string, unknown>>;

/** Keeps the browser from calling its maker: nothing of a journey leaves this machine. */
const ISOLATION_POLICY = {
  BrowserSignin: 0,
  // Else nobody may look into a worker that was installed by force, this harness included.
  DeveloperToolsAvailability: 1,
  ComponentUpdatesEnabled: false,
  DefaultBrowserSettingEnabled: false,
  MetricsReportingEnabled: false,
  NetworkPredictionOptions: 2,
  PasswordManagerEnabled: false,
  SafeBrowsingProtectionLevel: 0,
  SearchSuggestEnabled: false,
  SyncDisabled: true,
  TranslateEnabled: false,
} as const;

/** The content of Chromium's policy file; `browser` adds the browser's own settings. */
export const chromiumPolicy = (extensionId: string, policy: ManagedPolicy, browser: ManagedPolicy = {}) => ({
  ...ISOLATION_POLICY,
  ...browser,
  '3rdparty': { extensions: { [extensionId]: policy } },
});

/** The content of Firefox's policies.json. */
export const firefoxPolicy = (extensionId: string, policy: ManagedPolicy, browser: ManagedPolicy = {}) => ({
  policies: {
    DisableAppUpdate: true,
    DisableTelemetry: true,
    ...browser,
    '3rdparty': { Extensions: { [extensionId]: policy } },
  },
});
