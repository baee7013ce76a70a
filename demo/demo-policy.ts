import type { SignerKey } from '../src/model/policy/policy.ts';

interface DemoPolicyParts {
  orders: string;
  hub: { url: string; enrolToken: string };
  /** Addresses of its packs. */
  packs: readonly string[];
  keys: readonly SignerKey[];
}

/** The managed policy of the demo: what an admin would write for one app. */
export function demoPolicy({ orders, hub, packs, keys }: DemoPolicyParts) {
  return {
    apps: [{ id: 'orders', name: 'Orders and products (sample)', origins: [orders] }],
    hub: { url: hub.url, token: hub.enrolToken },
    packs: packs.map((url) => ({ url })),
    keys,
    studio: { record: 'everybody' },
    audience: { company: 'Sample Ltd', site: 'Lyon', department: 'Sales', role: 'order desk' },
  };
}
