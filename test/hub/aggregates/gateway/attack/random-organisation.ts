import type { Statistic, StatisticMember } from '../../../../../src/hub/aggregates/gateway/statistic.ts';
import { createRandom, type Random } from '../../../../bench/fuzz/random.ts';
import type { Assumption } from './attack-people.ts';

/** What is so of an organisation all the time. */
interface Character {
  departments: readonly (readonly string[])[];
  columns: readonly string[];
  /** Once in so many people and weeks, somebody moves, leaves or joins, or begins. */
  moves: number;
  leaves: number;
  joins: number;
  begins: number;
  /** Once in so many weeks, a whole department is closed, or many people come. */
  upheaval: number;
  isNamed: boolean;
}

interface Person {
  id: number;
  group: readonly string[];
  column: string;
  installs: number;
}

export interface Organisation {
  /** What is true of its people, whom an attacker takes to be so. */
  assumption: Assumption;
  installsPerPerson: number;
  /** The statistics of one week after another. */
  nextWeek(): Statistic[];
  /** The column of a person, by the key that the gateway has. */
  columnOf: ReadonlyMap<string, string>;
}

/** An organisation made of a seed: sites, departments, stages; people who move, join, leave, have their records erased, and begin. */
export function randomOrganisation(seed: number): Organisation {
  const random = createRandom(seed);
  const begins = random.oneIn(2);
  const character = randomCharacter(random, begins);
  let people: Person[] = [];
  let nextId = 0;
  const columnOf = new Map<string, string>();
  const add = (group: readonly string[], column: string) => {
    const person = { id: nextId++, group, column, installs: 1 + random.int(2) };
    people.push(person);
    for (const { install, person: name } of membersOf(person, character)) columnOf.set(name ?? install, column);
  };
  const begin = (person: Person) => {
    person.column = 'yes';
    for (const { install, person: name } of membersOf(person, character)) columnOf.set(name ?? install, person.column);
  };
  for (const group of character.departments) {
    const size = random.oneIn(3) ? random.int(10) : random.int(45);
    const leaning = random.int(101);
    for (let nth = 0; nth < size; nth++) add(group, randomColumn(random, character, leaning));
  }
  const nextWeek = (): Statistic[] => {
    const statistics = statisticsOf(people, character);
    people = people.filter(() => !random.oneIn(character.leaves));
    for (const person of people) {
      if (random.oneIn(character.moves)) person.group = random.pick(character.departments);
      if (begins && person.column === 'no' && random.oneIn(character.begins)) begin(person);
    }
    const joiners = people.filter(() => random.oneIn(character.joins)).length;
    for (let nth = 0; nth < joiners; nth++) add(random.pick(character.departments), randomColumn(random, character, 50));
    if (random.oneIn(character.upheaval)) {
      const [where, column] = [random.pick(character.departments), random.pick(character.columns)];
      if (random.oneIn(2)) people = people.filter((one) => one.group !== where || one.column !== column);
      else
        for (let nth = 0; nth < 10 + random.int(10); nth++) add(where, random.oneIn(2) ? column : random.pick(character.columns));
    }
    return statistics;
  };
  return {
    assumption: begins ? 'only begins' : 'stays',
    installsPerPerson: character.isNamed ? 2 : 1 + random.int(2),
    nextWeek,
    columnOf,
  };
}

function randomCharacter(random: Random, begins: boolean): Character {
  const sites = 1 + random.int(3);
  const departments = Array.from({ length: 1 + random.int(7) }, (_, nth) =>
    sites === 1 ? [`D${nth}`] : [`S${random.int(sites)}`, `D${nth}`],
  );
  if (random.oneIn(6)) departments.splice(0, departments.length, []);
  return {
    departments,
    columns: begins || random.oneIn(2) ? ['yes', 'no'] : ['power', 'habitual', 'novice', 'none'].slice(random.int(2)),
    moves: 20 + random.int(200),
    leaves: 20 + random.int(200),
    joins: 20 + random.int(200),
    begins: 5 + random.int(60),
    upheaval: 4 + random.int(12),
    isNamed: !random.oneIn(4),
  };
}

const randomColumn = (random: Random, { columns }: Character, leaning: number): string =>
  random.int(100) < leaning ? columns[0]! : random.pick(columns);

/** What the hub sees of a person: each browser, with the person or without. */
function membersOf({ id, group, column, installs }: Person, { isNamed }: Character): StatisticMember[] {
  const person = isNamed ? `person ${id}` : null;
  const count = isNamed ? installs : 1;
  return Array.from({ length: count }, (_, nth) => ({ install: `install ${id}.${nth}`, person, group, column }));
}

/** The statistic itself; how many people there are, of the same population; and a smaller population of the same measure. */
function statisticsOf(people: readonly Person[], character: Character): Statistic[] {
  const members = people.flatMap((one) => membersOf(one, character));
  const first = members[0]?.group.slice(0, 1) ?? [];
  const inFirst = members.filter(({ group }) => group[0] === first[0]);
  const { columns } = character;
  return [
    { id: 'task', population: 'app', measures: ['task'], columns, people: members },
    {
      ...{ id: 'size', population: 'app', measures: ['size'], columns: ['people'] },
      people: members.map((one) => ({ ...one, column: 'people' })),
    },
    { id: 'task of one group', population: 'group', measures: ['task'], columns, people: inFirst },
  ];
}
