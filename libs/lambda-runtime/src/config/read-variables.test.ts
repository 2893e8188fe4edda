import { readVariables } from './read-variables';
import { flag, list, optional, required, wholeNumber } from './variable';

const VARIABLES = {
  bucket: required('BUCKET', 'the bucket'),
  url: required('URL', 'the address', { unless: 'FOLDER' }),
  folder: optional('FOLDER', 'a folder'),
  name: optional('NAME', 'a name', 'Clickstream'),
  isLocal: flag('LOCAL', 'whether it is local'),
  pages: wholeNumber('PAGES', 'pages', { otherwise: 10, least: 1, most: 1_000 }),
  hosts: list('HOSTS', 'hosts', /^[a-z]+\.[a-z]+$/, 'hosts by commas'),
};
const SET = { BUCKET: 'raw', URL: 'postgres://x' };

it('reads each kind, with its default for what is missing or empty', () => {
  expect(readVariables(VARIABLES, { ...SET, NAME: '', PAGES: '', HOSTS: '' })).toEqual({
    bucket: 'raw',
    url: 'postgres://x',
    folder: '',
    name: 'Clickstream',
    isLocal: false,
    pages: 10,
    hosts: [],
  });
  const given = { ...SET, NAME: 'n', LOCAL: 'true', PAGES: '1000', HOSTS: 'Pay.example, a.b' };
  expect(readVariables(VARIABLES, given)).toMatchObject({
    name: 'n',
    isLocal: true,
    pages: 1_000,
    hosts: ['pay.example', 'a.b'],
  });
});

it('accepts one of two alternative variables', () => {
  expect(readVariables(VARIABLES, { BUCKET: 'raw', FOLDER: '/dw' })).toMatchObject({
    url: '',
    folder: '/dw',
  });
});

it('names every missing or invalid variable at once, with its value', () => {
  expect(() => readVariables(VARIABLES, { BUCKET: '', PAGES: '0', HOSTS: 'pay' })).toThrow(
    new Error(
      'Set these environment variables, or run npm start, which writes them to .local/env: ' +
        'BUCKET, URL, PAGES (a whole number from 1 to 1000, not "0"), HOSTS (hosts by commas, not "pay").',
    ),
  );
});

it.each(['-1', '1.5', 'many', ' ', '1001', 'NaN'])('refuses the number "%s"', (text) => {
  expect(() => readVariables(VARIABLES, { ...SET, PAGES: text })).toThrow(`not "${text}"`);
});
