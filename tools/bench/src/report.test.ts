import { formatReport } from './report';

const REPORT = {
  table: [
    ['', 'events/s'],
    ['ours', '2,000'],
    ['the floor', '12,000'],
  ],
  remarks: ['Measured on a quiet machine.'],
};

it('aligns the columns for a terminal', () => {
  expect(formatReport(REPORT, 'terminal').split('\n')).toEqual([
    '            events/s',
    'ours           2,000',
    'the floor     12,000',
    'Measured on a quiet machine.',
  ]);
});

it('is a table of Markdown for docs/measured.md', () => {
  expect(formatReport(REPORT, 'markdown').split('\n')).toEqual([
    '|           | events/s |',
    '| --------- | -------: |',
    '| ours      |    2,000 |',
    '| the floor |   12,000 |',
    '',
    'Measured on a quiet machine.',
  ]);
});
