import { elementInfo, followClicks } from './clicks';

function show(html: string): void {
  document.body.innerHTML = html;
}

const element = (selector: string) => document.querySelector(selector) as HTMLElement;

describe('an element that was clicked', () => {
  it('is told by tag, id, role, text and dataset', () => {
    show('<a id="deal" role="button" data-place="hero" data-slot="2">\n  See   the\n <b>deal</b> </a>');
    expect(elementInfo(element('#deal'))).toEqual({
      tag: 'a',
      id: 'deal',
      role: 'button',
      text: 'See the deal',
      dataset: { place: 'hero', slot: '2' },
    });
  });

  it('has its text cut to 160 characters', () => {
    show(`<button>${'long '.repeat(100)}</button>`);
    expect(elementInfo(element('button')).text).toHaveLength(160);
  });

  it('has long dataset values cut, so that the contract takes it', () => {
    show(`<button data-json="${'x'.repeat(2_000)}"></button>`);
    expect(elementInfo(element('button')).dataset?.['json']).toHaveLength(1_000);
  });

  it.each([
    ['an input', '<input class="target" value="secret">'],
    ['a text area', '<textarea class="target">secret</textarea>'],
    ['a choice', '<select class="target"><option>secret</option></select>'],
    ['editable text', '<div class="target" role="button" contenteditable>secret</div>'],
    ['something around an input', '<div class="target" data-track><textarea>secret</textarea></div>'],
    ['a label around an input', '<label class="target" data-track>Name<textarea>secret</textarea></label>'],
    ['a link that was typed', '<div contenteditable="true"><p><a class="target">secret</a></p></div>'],
    ['a choice of a list', '<select multiple><option class="target" data-track>secret</option></select>'],
    ['an input with a password', '<input class="target" type="password" value="secret" data-track>'],
    ['a form', '<form class="target" data-track><input name="id" value="secret"><button>Go</button></form>'],
  ])('never tells what was typed into %s', (_what, html) => {
    show(html);
    expect(JSON.stringify(elementInfo(element('.target')))).not.toContain('secret');
  });
});

describe('an element that names the shopper', () => {
  it('is told without e-mail addresses, in its text and in its dataset', () => {
    show('<button data-account="mai@shop.vn" data-place="menu">Signed in as mai@shop.vn</button>');
    expect(elementInfo(element('button'))).toMatchObject({
      text: 'Signed in as [redacted]',
      dataset: { account: '[redacted]', place: 'menu' },
    });
  });

  it('gives text for its id, though one of its inputs has that name', () => {
    show('<form id="checkout" data-track><input name="id"></form>');
    expect(elementInfo(element('form')).id).toBe('checkout');
  });
});

describe('clicks', () => {
  const tracked: [string, unknown][] = [];
  const tracker = { track: (...event: unknown[]) => void tracked.push(event as [string, unknown]) };
  let stop: () => void;

  beforeEach(() => {
    tracked.length = 0;
    stop = followClicks(tracker);
  });

  afterEach(() => stop());

  it('on the inside of a button count as clicks on the button', () => {
    show('<button id="buy"><span>Buy</span></button>');
    element('span').click();
    expect(tracked).toEqual([['click', { element: expect.objectContaining({ tag: 'button', id: 'buy' }) }]]);
  });

  it('count once, even where the page stops them on their way up', () => {
    show('<button>Buy</button>');
    element('button').addEventListener('click', (event) => event.stopPropagation());
    element('button').click();
    expect(tracked).toHaveLength(1);
  });

  it('on plain text are not tracked', () => {
    show('<main><p>Text</p></main>');
    element('p').click();
    expect(tracked).toEqual([]);
  });

  it('on elements that come later, or are marked, are tracked', () => {
    show('<div data-track="banner">Sale</div>');
    element('div').click();
    expect(tracked).toHaveLength(1);
  });

  it('never throw into the page, whatever a form calls its inputs', () => {
    const errors: unknown[] = [];
    const onError = ({ error }: ErrorEvent) => errors.push(error);
    addEventListener('error', onError);
    show('<form data-track><input name="dataset"><input name="tagName"><b>Buy</b></form>');
    element('b').click();
    removeEventListener('error', onError);
    expect(errors).toEqual([]);
  });

  it('are no longer tracked once that was stopped', () => {
    show('<button>Buy</button>');
    stop();
    element('button').click();
    expect(tracked).toEqual([]);
  });
});
