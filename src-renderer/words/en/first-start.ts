import { list } from './values.ts';

export const firstStart = {
  title: 'Vendor exports, signed for.',
  lead: 'Docket collects the data that your vendors prepare for you, checks every byte, and keeps the receipt.',
  vendors: (names: readonly string[]) => `Works with ${list(names)}.`,
  steps: [
    {
      title: 'Collect',
      text: 'You see what each vendor has ready. One click brings it to this computer, checked and complete.',
    },
    {
      title: 'Review',
      text: 'Read the data here, offline, in a plain table. Nothing is changed, not even a leading zero.',
    },
    {
      title: 'Commit',
      text: 'When you are sure that all is there, you tell the vendor. Docket keeps the receipt.',
    },
  ],
  connect: 'Connect a vendor',
  practise: 'Practise with sample data',
  practiseHint: 'Practice vendors run on this computer. No account is needed, and nothing can go wrong.',
  starting: 'Starting practice…',
} as const;
