interface Order {
  OrderID: string;
  CustomerName: string;
  Total: string;
  Currency: string;
  Status: string;
}
interface Item {
  ItemID: string;
  OrderID: string;
  Product: string;
  Quantity: number;
  Unit: string;
}
interface Product {
  ProductID: string;
  Name: string;
  Price: string;
  Currency: string;
  Stock: number;
}
export function sampleData(): { Orders: Order[]; Items: Item[]; Products: Product[] };
