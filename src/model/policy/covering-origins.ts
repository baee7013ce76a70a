/**
 * The origins of a policy that cover an address: its exact origin (scheme, host, port), and each `*.` above it. `https://*.a.b.c`,
 * `https://*.b.c`, …: a wildcard stands for the domain itself and all below it, as in browsers' match patterns.
 */
export function coveringOrigins({ protocol, host, origin }: Pick<URL, 'protocol' | 'host' | 'origin'>): string[] {
  const labels = host.split('.');
  return [origin, ...labels.map((_, at) => `${protocol}//*.${labels.slice(at).join('.')}`)];
}
