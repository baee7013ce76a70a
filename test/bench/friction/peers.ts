import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../../node_modules');
const read = (path: string) => readFileSync(join(packages, path), 'utf8');
const versionOf = (name: string): string => (JSON.parse(read(`${name}/package.json`)) as { version: string }).version;

/**
 * The peers as their vendors ship them, with their defaults for dead, rage and error clicks. Their findings are intercepted before they are
 * sent; what they send anyway goes to the server of the pages.
 */
export const peers = [
  { tool: 'posthog', label: `posthog-js ${versionOf('posthog-js')}` },
  { tool: 'datadog', label: `@datadog/browser-rum ${versionOf('@datadog/browser-rum')}` },
] as const;

export const peerScripts = (): Record<string, string> => ({
  'posthog.js': read('posthog-js/dist/array.full.no-external.js'),
  'posthog-dead.js': read('posthog-js/dist/dead-clicks-autocapture.js'),
  'datadog.js': read('@datadog/browser-rum/bundle/datadog-rum.js'),
  'peers.js': `(${beginPosthog.toString()})(); (${beginDatadog.toString()})()`,
});

/** Each peer as one script of its own that starts it. */
export const scriptOfPeer = (tool: (typeof peers)[number]['tool']): string => {
  const { 'posthog.js': posthog, 'posthog-dead.js': deadClicks, 'datadog.js': datadog } = peerScripts();
  return tool === 'posthog'
    ? `${posthog};\n${deadClicks};\n(${beginPosthog.toString()})()`
    : `${datadog};\n(${beginDatadog.toString()})()`;
};

export const peerTags = ['datadog.js', 'posthog.js', 'posthog-dead.js', 'peers.js']
  .map((name) => `<script src="/scripts/${name}"></script>`)
  .join('');

interface PeerEvent {
  event?: string;
  timestamp?: Date;
  date?: number;
  type?: string;
  action?: { frustration?: { type: string[] } };
}
interface PeerWorld {
  /** Is told what a peer reports, and when the press was, as far as the peer tells. */
  peerTold?(tool: string, what: string, at: number): void;
  /** Where peers send to; the page's own server unless said. */
  peerSink?: string;
  posthog: { init(key: string, options: object): void };
  DD_RUM: { init(options: object): void };
}

/** Runs in the page. */
function beginPosthog(): void {
  const world = globalThis as unknown as PeerWorld;
  const signals: Record<string, string> = { $dead_click: 'dead', $rageclick: 'rage' };
  world.posthog.init('phc_bench', {
    api_host: `${world.peerSink ?? location.origin}/posthog`,
    persistence: 'memory',
    opt_out_useragent_filter: true, // otherwise it is inactive in a headless browser
    autocapture: true,
    rageclick: true,
    capture_dead_clicks: true,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    capture_exceptions: false,
    disable_session_recording: true,
    disable_surveys: true,
    advanced_disable_flags: true,
    before_send: ({ event, timestamp }: PeerEvent) => {
      const what = signals[event ?? ''];
      if (what) world.peerTold?.('posthog', what, timestamp?.getTime() ?? Date.now());
      return null;
    },
  });
}

/** Runs in the page. */
function beginDatadog(): void {
  const world = globalThis as unknown as PeerWorld;
  const signals: Record<string, string> = { dead_click: 'dead', rage_click: 'rage', error_click: 'error' };
  world.DD_RUM.init({
    applicationId: '00000000-0000-4000-8000-000000000000',
    clientToken: 'pub00000000000000000000000000000000',
    proxy: `${world.peerSink ?? location.origin}/datadog`,
    sessionPersistence: 'memory',
    sessionSampleRate: 100,
    sessionReplaySampleRate: 0,
    telemetrySampleRate: 0,
    trackUserInteractions: true,
    trackResources: true,
    beforeSend: ({ type, date, action }: PeerEvent) => {
      for (const one of (type === 'action' && action?.frustration?.type) || [])
        world.peerTold?.('datadog', signals[one] ?? one, date ?? Date.now());
      return type === 'view';
    },
  });
}
