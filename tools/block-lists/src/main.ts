import { noOptions, runCommand } from '@clickstream/command-line';
import { askLists, verdictLine } from './ask-lists';
import { ASKED } from './asked-requests';
import { debianLists } from './debian-lists';

const HELP = `Asks EasyList, EasyPrivacy and uBlock Origin's own lists whether they block the tracker or what it posts to.

Usage: npm run block-lists

It downloads Debian's package of uBlock Origin and installs nothing. Needs Debian or a system with its apt.
Exit codes: 0 the lists say what the documents say, 1 they do not, 2 wrong usage
`;

async function ask(): Promise<number> {
  const { version, count, text } = await debianLists();
  const verdicts = askLists(text, ASKED);
  for (const verdict of verdicts) console.log(verdictLine(verdict));
  const surprises = verdicts.filter(({ isExpected }) => !isExpected).length;
  console.log(
    `${surprises === 0 ? 'As the documents say' : `${surprises} answers are not as the documents say`}: ` +
      `${verdicts.length} requests, ${count} lists of uBlock Origin ${version}.`,
  );
  return surprises === 0 ? 0 : 1;
}

void runCommand({
  call: 'npm run block-lists --',
  help: HELP,
  failure: 'The lists could not be asked',
  read: noOptions,
  run: ask,
});
