// SAMPLE DATA: every customer, order, item and price here is invented, and none of it is anybody's.
const towns = ['Lyon', 'Graz', 'Porto', 'Leeds', 'Gdansk'];
const trades = [
  'Alder Tools',
  'Birch Foods',
  'Cedar Rail',
  'Elm Pharma',
  'Fir Marine',
  'Hazel Homes',
  'Linden Print',
  'Maple Motors',
];
const products = [
  ['Ball bearing 6204', 4.2, 'PC'],
  ['Hydraulic pump 40 l', 389, 'PC'],
  ['Safety gloves, pair', 7.9, 'PR'],
  ['Office chair', 149, 'PC'],
  ['Laptop 14 inch', 899, 'PC'],
  ['Steel bolt M8, box', 12.5, 'BX'],
  ['Label printer', 215, 'PC'],
  ['Forklift battery', 1240, 'PC'],
  ['Pallet wrap, roll', 9.4, 'RL'],
  ['Torque wrench', 78, 'PC'],
  ['LED panel 60 by 60', 34.9, 'PC'],
  ['Cable drum 50 m', 61, 'PC'],
];
const states = ['New', 'Approved', 'Shipped'];
const ORDERS = 80;
const ITEMS = 4;
const COLOURS = ['grey', 'blue', 'green', 'red', 'black'];

/** The three collections of the orders service, the same each time. */
export function sampleData() {
  const catalogue = products.flatMap(([name, price, unit], at) =>
    COLOURS.map((colour, nth) => ({
      name: `${name}, ${colour}`,
      price: round(price * (1 + nth / 50)),
      unit,
      id: `P${100 + at * COLOURS.length + nth}`,
    })),
  );
  const items = times(ORDERS).flatMap((order) =>
    times(ITEMS).map((nth) => {
      const product = catalogue[(order * 7 + nth * 13) % catalogue.length];
      const quantity = ((order + nth) % 5) + 1;
      return {
        product,
        row: {
          ItemID: `${order}-${nth}`,
          OrderID: orderId(order),
          Product: product.name,
          Quantity: quantity,
          Unit: product.unit,
        },
      };
    }),
  );
  return {
    Orders: times(ORDERS).map((order) => ({
      OrderID: orderId(order),
      CustomerName: `${trades[order % trades.length]}, ${towns[Math.floor(order / trades.length) % towns.length]}`,
      Total: total(items.filter(({ row }) => row.OrderID === orderId(order))),
      Currency: 'EUR',
      Status: states[order % states.length],
    })),
    Items: items.map(({ row }) => row),
    Products: catalogue.map(({ id, name, price }, at) => ({
      ProductID: id,
      Name: name,
      Price: price.toFixed(2),
      Currency: 'EUR',
      Stock: (at * 17) % 240,
    })),
  };
}

const orderId = (order) => String(10_000 + order);
const times = (count) => Array.from({ length: count }, (_, at) => at);
const round = (amount) => Math.round(amount * 100) / 100;
const total = (items) => round(items.reduce((sum, { product, row }) => sum + product.price * row.Quantity, 0)).toFixed(2);
