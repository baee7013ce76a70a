interface ConnectionContext {
  hub: string;
  env: Readonly<Record<string, string | undefined>>;
}

const CERTIFICATE =
  'If your organisation signs its certificates itself, set NODE_EXTRA_CA_CERTS to the file with its root certificate (PEM).';

/** What a failed connection means, by the code of Node. */
const REASONS: readonly [code: RegExp, reason: string][] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'its name cannot be resolved. Check the address, and that you are in the right network.'],
  [/^ECONNREFUSED$/, 'nothing listens there. Start the hub, and check host and port.'],
  [/TIMEOUT|TimeoutError|^ETIMEDOUT$/, 'it does not answer in time. Check that it can be reached from this network.'],
  [/^(EHOSTUNREACH|ENETUNREACH|EACCES)$/, 'there is no way to it from this network.'],
  [
    /^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/,
    'the connection was broken off. Check for a proxy or firewall in between, and try again.',
  ],
  [/^CERT_HAS_EXPIRED$/, 'its TLS certificate has expired. Renew it.'],
  [/^CERT_NOT_YET_VALID$/, 'its TLS certificate is not valid yet. Check the clock of this machine.'],
  [/ALTNAME_INVALID/, 'its TLS certificate is for another name. Use the name in the certificate, or get one for this name.'],
  [/SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_/, `its TLS certificate is not trusted by this machine. ${CERTIFICATE}`],
  [
    /^no code$|\b407\b|proxy authentication/i,
    'your proxy wants a sign-in (HTTP 407). Put it into HTTPS_PROXY, or set NO_PROXY for the host of the hub.',
  ],
  [/^(EPROTO|ERR_SSL_.*|HPE_INVALID.*)$/, 'it does not speak TLS as expected. Check that http or https fits the port.'],
];

/** Why a hub could not be reached, and what to do. */
export function explainConnection(error: unknown, { hub, env }: ConnectionContext): string {
  const code = codeOf(error);
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the connection failed.';
  const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy;
  const isProxyIdle = proxy !== undefined && env.NODE_USE_ENV_PROXY !== '1';
  const proxyAdvice = isProxyIdle
    ? ' A proxy is set in the environment, and Node uses it only with NODE_USE_ENV_PROXY=1: set that if the hub is behind the proxy.'
    : '';
  return `${hub} cannot be reached: ${reason}${proxyAdvice} (${code})`;
}

/** The code of the cause, or what it says. Node gives a refusal by a proxy neither. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; message?: string; errors?: { code?: string }[] }; name?: string };
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? cause?.message;
  return code || (cause === undefined && name) || 'no code';
}
