/** A node of PostgreSQL's own parse tree, as its parser writes it in JSON. */
export type Node = { [key: string]: unknown };

/**
 * What a distributed PostgreSQL can do with a statement:
 * - `copies`: it reads or writes tables that every machine has a copy of, and no other.
 * - `one machine`: each distributed table in it is limited to one value, or a list of values, of the column by which it is spread.
 * - `rows`: it inserts rows, each of which has the column.
 * - `all machines`: each machine does it for its own rows, and the results are put together.
 * - `moves rows`: it joins distributed tables by other columns than those by which they are spread.
 * - `several tables`: it writes more than one distributed table, which no machine can do alone.
 * - `store`: it is about the connection, the transaction or the schema.
 */
export type QueryRule = 'copies' | 'one machine' | 'rows' | 'all machines' | 'moves rows' | 'several tables' | 'store';

export interface JudgedStatement {
  /** Distributed tables first, then copies, each in alphabetical order. */
  tables: string[];
  rule: QueryRule;
}

/** The column by which each distributed table is spread; all other tables are copied. */
export type Distribution = Readonly<Record<string, string>>;

/** Judges one parsed statement. Results of a `with` query, a subquery or a function are small, and are sent to every machine. */
export function judgeStatement(statement: Node, distribution: Distribution): JudgedStatement {
  const [kind] = Object.keys(statement);
  if (kind === 'DeclareCursorStmt') return judgeStatement((statement[kind] as Node).query as Node, distribution);
  if (!/^(Select|Insert|Update|Delete)Stmt$/.test(kind ?? '')) return { tables: [], rule: 'store' };
  const levels = levelsOf(statement);
  const names = levels.flatMap(({ tables }) => tables.map(({ name }) => name)).filter((name) => !OWN_TABLES.test(name));
  const tables = [...new Set(names)].sort((a, b) => Number(b in distribution) - Number(a in distribution) || a.localeCompare(b));
  if (tables.length === 0) return { tables, rule: 'store' };
  const written = new Set(levels.flatMap(({ writes }) => (writes && writes in distribution ? [writes] : [])));
  if (written.size > 1) return { tables, rule: 'several tables' };
  const rules = levels.flatMap((level) => ruleOfLevel(level, distribution) ?? []);
  return { tables, rule: ORDER.find((rule) => rules.includes(rule)) ?? 'copies' };
}

/** Tables of PostgreSQL itself, and that of the migrations. */
const OWN_TABLES = /^(pg_|__)/;

/** From what a distributed PostgreSQL does worst to what it does best. */
const ORDER: readonly QueryRule[] = ['moves rows', 'all machines', 'rows', 'one machine'];

/** One query of a statement: the statement itself, a `with` query or a subquery. */
interface QueryLevel {
  /** Tables by the name that its columns are qualified with. */
  tables: { alias: string; name: string }[];
  /** The table that it inserts into, updates or deletes from. */
  writes: string | undefined;
  kind: string;
  /** The tables that inserted rows are read from. */
  sources: string[];
  /** Columns of an insert; none means all. */
  columns: string[];
  /** Columns that are compared for equality, with each other or with values: `alias.column`, or `value`. */
  equal: [string, string][];
}

function ruleOfLevel(
  { tables, kind, writes, sources, columns, equal }: QueryLevel,
  distribution: Distribution,
): QueryRule | undefined {
  const isInsert = kind === 'InsertStmt';
  const ruleOfInsert = () => {
    const hasKey = columns.length === 0 || columns.includes(distribution[writes!]!);
    return hasKey && !sources.some((name) => name in distribution) ? 'rows' : 'moves rows';
  };
  const own = tables.filter(({ name, alias }) => name in distribution && !(isInsert && name === writes && alias === name));
  const inserts: QueryRule[] = isInsert && writes && writes in distribution ? [ruleOfInsert()] : [];
  const keys = own.map(({ name, alias }) => `${alias}.${distribution[name]}`);
  const isFixed = (key: string) => reachable(key, equal).has('value');
  const areTogether = keys.every((key) => key === keys[0] || reachable(keys[0]!, equal).has(key));
  const reads: QueryRule[] =
    keys.length === 0 ? [] : keys.every(isFixed) ? ['one machine'] : areTogether ? ['all machines'] : ['moves rows'];
  return ORDER.find((rule) => [...inserts, ...reads].includes(rule));
}

function reachable(from: string, equal: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set([from]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [a, b] of equal) {
      if (found.has(a) && a !== 'value') found.add(b);
      if (found.has(b) && b !== 'value') found.add(a);
    }
  }
  return found;
}

const QUERIES = /^(SelectStmt|InsertStmt|UpdateStmt|DeleteStmt)$/;

/** All queries of a statement. Names of `with` queries are no tables. */
function levelsOf(statement: Node): QueryLevel[] {
  const withNames = new Set<string>();
  const queries: [string, Node][] = [];
  walk(statement, (key, value) => {
    if (key === 'ctename') withNames.add(String(value));
    if (QUERIES.test(key)) queries.push([key, value as Node]);
  });
  // The two sides of a union are written without their kind.
  const sides = queries.flatMap(([, query]) => sidesOf(query));
  return [...queries, ...sides.map((side): [string, Node] => ['SelectStmt', side])].map(([kind, query]) =>
    levelOf(kind, query, withNames),
  );
}

function sidesOf(query: Node): Node[] {
  const sides = [query.larg, query.rarg].filter(
    (side): side is Node => typeof side === 'object' && side !== null && 'op' in side,
  );
  return sides.flatMap((side) => [side, ...sidesOf(side)]);
}

function levelOf(kind: string, query: Node, withNames: ReadonlySet<string>): QueryLevel {
  const tables: QueryLevel['tables'] = [];
  const writes = kind === 'SelectStmt' ? undefined : ((query.relation as Node | undefined)?.relname as string | undefined);
  const equal: [string, string][] = [];
  const add = (range: Node) => {
    const name = range.relname as string;
    if (!withNames.has(name)) tables.push({ name, alias: ((range.alias as Node | undefined)?.aliasname as string) ?? name });
  };
  if (query.relation) add(query.relation as Node);
  walkLevel([query.fromClause, query.usingClause], (key, value) => {
    if (key === 'RangeVar') add(value as Node);
  });
  const fallback = tables.length === 1 ? tables[0]!.alias : '';
  const conditions = [query.whereClause, query.fromClause, query.usingClause];
  for (const condition of conditions) collectEqualities(condition, { equal, fallback });
  const columns = ((query.cols as { ResTarget: { name: string } }[] | undefined) ?? []).map(({ ResTarget }) => ResTarget.name);
  const sources: string[] = [];
  walk(query.selectStmt, (key, value) => {
    if (key === 'relname' && !withNames.has(String(value))) sources.push(String(value));
  });
  return { tables, writes, kind, sources, columns, equal };
}

/** Equalities that hold for every row: those that are joined by `and`. */
function collectEqualities(node: unknown, found: { equal: [string, string][]; fallback: string }): void {
  if (Array.isArray(node)) for (const one of node) collectEqualities(one, found);
  if (typeof node !== 'object' || node === null) return;
  const { BoolExpr, A_Expr, JoinExpr } = node as Record<string, Node | undefined>;
  if (BoolExpr?.boolop === 'AND_EXPR') collectEqualities(BoolExpr.args, found);
  if (JoinExpr) collectEqualities([JoinExpr.larg, JoinExpr.rarg, JoinExpr.quals], found);
  const operator = (A_Expr?.name as { String: { sval: string } }[] | undefined)?.[0]?.String.sval;
  if (!A_Expr || operator !== '=' || !/^AEXPR_(OP|OP_ANY|IN)$/.test(String(A_Expr.kind))) return;
  const sides = [A_Expr.lexpr, A_Expr.rexpr].map((side) => operand(side, found.fallback));
  if (sides[0] && sides[1]) found.equal.push([sides[0], sides[1]]);
}

/** A column as `alias.column`; `value` for what holds no column of a table of this query; undefined for anything else. */
function operand(node: unknown, fallback: string): string | undefined {
  const column = (node as { ColumnRef?: { fields: { String?: { sval: string } }[] } }).ColumnRef;
  if (column) {
    const fields = column.fields.map(({ String: text }) => text?.sval ?? '*');
    return fields.length > 1 ? fields.slice(-2).join('.') : `${fallback}.${fields[0]}`;
  }
  let hasColumn = false;
  walkLevel(node, (key) => {
    hasColumn ||= key === 'ColumnRef';
  });
  return hasColumn ? undefined : 'value';
}

function walk(node: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    visit(key, value);
    walk(value, visit);
  }
}

/** Walks one query without those inside it. */
function walkLevel(node: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (QUERIES.test(key)) continue;
    visit(key, value);
    walkLevel(value, visit);
  }
}
