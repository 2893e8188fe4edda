/** @jest-environment jsdom */
import { startWhenTouched, withWaitingScripts } from '../waiting-scripts.mjs';

const loaded = () =>
  [...document.head.querySelectorAll('script')].map((script) => script.getAttribute('src'));
const find = <E extends HTMLElement = HTMLElement>(selector: string) => document.querySelector(selector) as E;
const touch = (sign: Event) => document.body.dispatchEvent(sign);

/** React takes over: its handlers of events come first, then the component that says so. */
function hydrate(): void {
  dispatchEvent(new Event('sbw:hydrated'));
  jest.runAllTimers();
}

/** Opens a page with its script in it, as a browser in which the shop keeps nothing. */
function open(address: string, body = ''): void {
  dispatchEvent(new Event('sbw:hydrated'));
  jest.runAllTimers();
  history.replaceState(null, '', address);
  document.head.innerHTML = '';
  document.body.innerHTML = body;
  startWhenTouched(['/a.js', '/b.js']);
}

beforeAll(() => jest.useFakeTimers());
beforeEach(() => localStorage.clear());

describe('a page as Next makes it', () => {
  const next = (root: string) =>
    `<html${root}><head><link rel="preload" as="script" fetchPriority="low" href="/w.js"/><script src="/a.js" async=""></script></head><body>x<script>1</script><script src="/w.js" id="_R_" async=""></script></body></html>`;

  it('loses its script files to a script that loads them, where they may wait', () => {
    const page = withWaitingScripts(next(' lang="en" data-scripts="wait"'));
    expect(page).not.toMatch(/ src=| href=/);
    expect(page).toMatch(
      /^<html.*<body>x<script>1<\/script><script>\(function.*\["\/a.js","\/w.js"\]\)<\/script><\/body><\/html>$/s,
    );
  });

  it('stays as it is where the shop counts without asking', () => {
    expect(withWaitingScripts(next(' lang="en"'))).toBe(next(' lang="en"'));
  });
});

describe('scripts that wait', () => {
  it.each(['pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'click', 'pointermove'])(
    'are loaded once at the first %s',
    (sign) => {
      open('/');
      expect(loaded()).toEqual([]);
      touch(new Event(sign, { bubbles: true }));
      touch(new Event(sign, { bubbles: true }));
      expect(loaded()).toEqual(['/a.js', '/b.js']);
    },
  );

  it('are not loaded by a move that moved nothing', () => {
    open('/');
    touch(Object.assign(new Event('pointermove', { bubbles: true }), { movementX: 0, movementY: 0 }));
    expect(loaded()).toEqual([]);
  });

  it('do not wait where the shop keeps something', () => {
    localStorage.setItem('sbw.wishlist', 'LT-1301');
    open('/');
    expect(loaded()).toEqual(['/a.js', '/b.js']);
  });
});

describe('what is done before React comes', () => {
  it('is done again: a button that only React handles', () => {
    open('/', '<button type="button">Share</button>');
    find('button').click();
    const share = jest.fn();
    find('button').addEventListener('click', share);
    hydrate();
    hydrate();
    expect(share).toHaveBeenCalledTimes(1);
  });

  it('is done again: what was typed, though the page has written something else since', () => {
    open('/', '<input>');
    const input = find<HTMLInputElement>('input');
    input.value = 'monit';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.value = '';
    const suggest = jest.fn(() => input.value);
    input.addEventListener('input', suggest);
    hydrate();
    expect(suggest).toHaveReturnedWith('monit');
  });

  it('is held and sent then: a form of the shop', () => {
    open('/', '<form method="post"><button>Add to cart</button></form>');
    const add = jest.fn((event: Event) => event.defaultPrevented);
    find('form').addEventListener('submit', add);
    find('button').click();
    expect(add).toHaveReturnedWith(true);
    find('form').addEventListener('submit', (event) => event.preventDefault());
    hydrate();
    expect(add).toHaveBeenCalledTimes(2);
    expect(add).toHaveLastReturnedWith(false);
  });

  it('is done again: an answer to a question that React shows anew', () => {
    const question =
      '<form action="javascript:0"><button name="consent" value="granted">Accept</button></form>';
    open('/', question);
    find('button').click();
    document.body.innerHTML = question;
    const answer = jest.fn((event: Event) => event.preventDefault());
    find('form').addEventListener('submit', answer);
    hydrate();
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['/?utm_source=letter', true],
    ['/', false],
  ])('%s: a link is held where the landing tells where the visitor comes from', (address, isHeld) => {
    open(address, '<a href="/cart">Cart<span></span></a>');
    const follow = jest.fn((event: Event) => event.defaultPrevented);
    find('a').addEventListener('click', follow);
    find('a').addEventListener('click', (event) => event.preventDefault());
    find('a').click();
    expect(follow).toHaveReturnedWith(isHeld);
    expect(find('span').hasAttribute('data-pending')).toBe(isHeld);
    jest.advanceTimersByTime(3_000);
    expect(follow).toHaveBeenCalledTimes(isHeld ? 2 : 1);
  });
});
