import { parsedArgs, runCommand } from '@clickstream/bench/command';
import { askLists, verdictLine } from './ask-lists';
import { ASKED } from './asked-requests';
import { debianLists } from './debian-lists';

const HELP = `Asks EasyList, EasyPrivacy and uBlock Origin's own lists whether they block the tracker or what it posts to.

Usage: npm run block-lists

It downloads Debian's package of uBlock Origin and installs nothing. Needs Debian or a system with its apt.
Exit codes: 0 the lists say what the documents say, 1 they do not, 2 wrong usage
`;

async function ask(): Promise<boolean> {
  const { version, count, text } = await debianLists();
  const verdicts = askLists(text, ASKED);
  for (const verdict of verdicts) console.log(verdictLine(verdict));
  const surprises = verdicts.filter(({ isExpected }) => !isExpected).length;
  console.log(
    `${surprises === 0 ? 'As the documents say' : `${surprises} answers are not as the documents say`}: ` +
      `${verdicts.length} requests, ${count} lists of uBlock Origin ${version}.`,
  );
  return surprises === 0;
}

void runCommand(
  {
    name: 'block-lists',
    help: HELP,
    stopped: 'The lists could not be asked',
    read: (args) =>
      parsedArgs({ args, options: { help: { type: 'boolean' } } }).values.help ? ('help' as const) : {},
    run: ask,
  },
  process.argv.slice(2),
);
