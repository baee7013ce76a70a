import type { SignerKey } from '../src/model/policy/policy.ts';

interface DemoPolicyParts {
  orders: string;
  hub: { url: string; enrolToken: string };
  pack: string;
  key: SignerKey;
}

/** The managed policy of the demo: what an admin would write for one app. */
export function demoPolicy({ orders, hub, pack, key }: DemoPolicyParts) {
  return {
    apps: [{ id: 'orders', name: 'Orders and products (sample)', origins: [orders] }],
    hub: { url: hub.url, token: hub.enrolToken },
    packs: [{ url: pack }],
    keys: [key],
    audience: { company: 'Sample Ltd', site: 'Lyon', department: 'Sales', role: 'order desk' },
  };
}
