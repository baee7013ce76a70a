// Orders of invented people, placed through the shop's own API as a storefront does.
const people = ['Alva Sample', 'Bruno Sample', 'Chiara Sample', 'Daan Sample', 'Elif Sample', 'Farid Sample'];
const ORDERS = 24;

/** One conversation with an API: each shopper has a session of their own. */
function session(address) {
  let token;
  return async (query, variables) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const reply = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    token = reply.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = await reply.json();
    if (errors) throw new Error(`${address} refused ${query}: ${errors[0].message}`);
    const refused = Object.values(data).find((one) => one?.errorCode);
    if (refused) throw new Error(`${address} refused ${query}: ${refused.errorCode}`);
    return data;
  };
}

exports.placeOrders = async (server) => {
  const admin = session(`${server}/admin-api`);
  await admin('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
  const method = await payment(admin);
  const { productVariants } = await admin('{ productVariants(options: { take: 60 }) { items { id } } }');
  const goods = productVariants.items.map(({ id }) => id);
  for (let number = 0; number < ORDERS; number++) await placeOrder(session(`${server}/shop-api`), { number, goods, method });
};

async function payment(admin) {
  const { paymentMethods } = await admin('{ paymentMethods { items { code } } }');
  if (paymentMethods.items.length > 0) return paymentMethods.items[0].code;
  const input = {
    code: 'invoice',
    enabled: true,
    handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'false' }] },
    translations: [{ languageCode: 'en', name: 'Invoice', description: '' }],
  };
  await admin('mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }', { input });
  return input.code;
}

async function placeOrder(shop, { number, goods, method }) {
  const person = people[number % people.length];
  const [firstName, lastName] = person.split(' ');
  for (let line = 0; line <= number % 3; line++) {
    const id = goods[(number * 7 + line * 3) % goods.length];
    await shop(`mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 2) { ${kind} } }`, { id });
  }
  await shop(`mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { ${kind} } }`, {
    input: { firstName, lastName, emailAddress: `${firstName.toLowerCase()}@shop.example` },
  });
  await shop(`mutation ($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { ${kind} } }`, {
    input: { fullName: person, streetLine1: `${number + 1} Sample Street`, city: 'Lyon', postalCode: '69001', countryCode: 'FR' },
  });
  const { eligibleShippingMethods } = await shop('{ eligibleShippingMethods { id } }');
  await shop(`mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { ${kind} } }`, {
    ids: [eligibleShippingMethods[0].id],
  });
  await shop(`mutation { transitionOrderToState(state: "ArrangingPayment") { ${kind} } }`);
  await shop(`mutation ($method: String!) { addPaymentToOrder(input: { method: $method, metadata: {} }) { ${kind} } }`, {
    method,
  });
}

const kind = '__typename ... on ErrorResult { errorCode }';
