import { type Agent, type IncomingMessage, request as requestUpstream, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

/** Headers that belong to one connection and not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP_HEADERS = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

interface ForwardOptions {
  url: URL;
  agent: Agent;
  /** Sees the reply before its body flows. */
  onReply?: (reply: IncomingMessage) => void;
}

/** Pass a request on and stream the reply back, over connections that are kept. */
export function forward(request: IncomingMessage, response: ServerResponse, { url, agent, onReply }: ForwardOptions): void {
  const headers = { ...endToEnd(request.headers), host: url.host };
  const upstream = requestUpstream(url, { method: request.method, headers, agent });
  upstream.on('response', (reply) => {
    onReply?.(reply);
    response.writeHead(reply.statusCode ?? 502, endToEnd(reply.headers));
    pipeline(reply, response, () => {});
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(502, { 'content-type': 'text/plain' })
        .end(`The app behind this address does not answer: ${error.message}\n`);
  });
  response.on('close', () => response.writableFinished || upstream.destroy());
  pipeline(request, upstream, () => {});
}

function endToEnd<T extends IncomingMessage['headers']>(headers: T): T {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP_HEADERS.includes(name))) as T;
}
