const companies = new WeakMap<Element, { beside: Set<Element>; grew: () => void }>();

/** The elements that something in a host stands beside, as they come and go; `grew` when one has come. */
export function companyOf(host: Element, grew: () => void): ReadonlySet<Element> {
  const beside = new Set<Element>();
  companies.set(host, { beside, grew });
  return beside;
}

/** Something of ours stands beside this element until the function that comes back is called. */
export function keepCompany(host: Element, element: Element): () => void {
  const company = companies.get(host);
  company?.beside.add(element);
  company?.grew();
  return () => void company?.beside.delete(element);
}
