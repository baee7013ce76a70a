import { expect, test } from 'vitest';
import { sampleData } from '../../demo/orders/sample-data.mjs';

test('sample data: items belong to orders, name products, and add up to the order’s total', () => {
  const { Orders, Items, Products } = sampleData();
  const price = new Map(Products.map(({ Name, Price }) => [Name, Number(Price)]));
  for (const { OrderID, Total } of Orders) {
    const items = Items.filter((item) => item.OrderID === OrderID);
    expect(items.length).toBeGreaterThan(0);
    const sum = items.reduce((so, { Product, Quantity }) => so + price.get(Product)! * Quantity, 0);
    expect(sum).toBeCloseTo(Number(Total), 2);
  }
  expect(new Set(Orders.map(({ OrderID }) => OrderID)).size).toBe(Orders.length);
  expect(new Set(Products.map(({ Name }) => Name)).size).toBe(Products.length);
});

test('sample data is the same each time', () => {
  expect(sampleData()).toEqual(sampleData());
});
