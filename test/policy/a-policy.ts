/** A policy that is right in every field, to be made wrong. */
export const aPolicy = {
  apps: [
    { id: 'orders', name: 'Orders', origins: ['https://orders.example', 'https://*.orders.example'] },
    { id: 'billing', name: 'Billing', origins: ['http://127.0.0.1:4112'] },
  ],
  hub: { url: 'https://cairn.example', token: 'sixteen-characters' },
  packs: [
    { url: 'https://cairn.example/packs/orders.jws', app: 'orders', id: 'first-orders' },
    { jws: 'aaaaaaaa.bbbbbbbb.cccccccc' },
  ],
  keys: [
    { kid: 'one', x: 'A'.repeat(43), apps: ['orders'] },
    { kid: 'two', x: 'B'.repeat(42).concat('A'), apps: ['*'] },
  ],
  audience: { company: 'Example AG', site: 'Graz', department: 'Purchasing', team: 'Direct', role: 'Buyer' },
  switches: { guidance: true, feedback: true, friction: false },
  retention: { days: 14 },
  privacy: { hashKey: 'a-key-for-hashing-only', person: 'u-4711' },
  studio: { record: 'authors' as const, author: true, apps: ['orders', 'billing'] },
};
