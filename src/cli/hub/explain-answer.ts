import { parseUrl } from '../../model/text/parse-url.ts';

export interface HubProblem {
  /** As in `wrong-token`. */
  kind: string;
  detail: string;
  remedy: string;
}

/** What a hub refuses, and why; undefined for what no hub answers. */
export function readProblem(body: unknown): HubProblem | undefined {
  const { type, detail, remedy } = Object(body) as Record<string, unknown>;
  if (typeof detail !== 'string' || typeof type !== 'string' || !type.startsWith('urn:cairn:problem:')) return undefined;
  return { kind: type.replace('urn:cairn:problem:', ''), detail, remedy: typeof remedy === 'string' ? remedy : '' };
}

/** What an answer means that is not a hub's, and what to do. */
export function explainStrangeAnswer({ status, headers }: Response, hub: string): string {
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location)
    return `${hub} leads to ${originOf(location, hub)}. Give that with --hub, if it is the hub.`;
  return `${hub} answered with HTTP ${status}, and not as a hub does. ${STATUS_REMEDIES[status] ?? NOT_A_HUB}`;
}

const NOT_A_HUB = 'Check the address: it is what the policy has as "hub.url".';
const STATUS_REMEDIES: Record<number, string> = {
  401: 'A proxy or gateway before the hub wants a sign-in: let it pass requests to /v1 and /desk/api through.',
  403: 'A proxy or gateway before the hub refuses it: let it pass requests to /v1/packs and /desk/api through.',
  413: 'A proxy before the hub limits the size of requests: allow 2 MB.',
  502: 'A proxy answers, and the hub behind it does not: start the hub.',
  503: 'A proxy answers, and the hub behind it does not: start the hub.',
  504: 'A proxy answers, and the hub behind it does not: start the hub.',
};

const originOf = (location: string, hub: string): string => parseUrl(location, hub)?.origin ?? location.slice(0, 80);
