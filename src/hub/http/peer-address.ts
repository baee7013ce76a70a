import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * The address that a request comes from. With `proxyHops` proxies in front of the hub, it is that many places from the end of
 * `X-Forwarded-For`: what stands before was written by the client and may be false. Empty if it is unknown.
 */
export function peerAddress(c: Context, proxyHops: number): string {
  const peer = socketAddress(c);
  if (proxyHops === 0) return peer;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const address = chain.at(-proxyHops) ?? '';
  return isIP(address) ? address : peer;
}

/** What counts as one address for limits: an IPv4 address, or an IPv6 network of 64 bits, which is what one household or host is given. */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? networkOf(address);
}

/** The first four groups of an IPv6 address, with the groups that `::` stands for. */
function networkOf(address: string): string {
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const groups = (part: string) => (part ? part.split(':') : []);
  const [head, tail] = [groups(before), groups(after ?? '')];
  const zeros = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/** Does the request come from this machine itself, and not through a proxy on it? */
export function isFromThisMachine(c: Context): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined);
  return !isForwarded && LOOPBACK.test(socketAddress(c));
}

const socketAddress = (c: Context): string => (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? '';
