import { log } from './log';

it('writes one line of JSON, also for text of several lines', () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  log('warn', 'object left', { key: 'a\nb', objects: 2, rejects: null, more: true });
  const lines = write.mock.calls.join('').split('\n');
  write.mockRestore();
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'warn',
    message: 'object left',
    key: 'a\nb',
    objects: 2,
    rejects: null,
    more: true,
  });
});
