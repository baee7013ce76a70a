/** The people of the sample sign-in. Invented, like everything in the demo. */
export interface SampleAccount {
  name: string;
  password: string;
  person: string;
}

export const accounts: readonly [SampleAccount, ...SampleAccount[]] = [
  { name: 'mara', password: 'sample', person: 'Mara Sample, order desk' },
  { name: 'tomas', password: 'sample', person: 'Tomas Sample, purchasing' },
  { name: 'lin', password: 'sample', person: 'Lin Sample, warehouse' },
];
