import { elementInfo, followClicks } from './clicks';

function show(html: string): void {
  document.body.innerHTML = html;
}

const element = (selector: string) => document.querySelector(selector) as HTMLElement;

describe('an element that was clicked', () => {
  it('is described by tag, id, role, text and dataset', () => {
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
  ])('never contains what was typed into %s', (_what, html) => {
    show(html);
    expect(JSON.stringify(elementInfo(element('.target')))).not.toContain('secret');
  });
});

describe('an element that names the shopper', () => {
  it('has no e-mail addresses, in its text and in its dataset', () => {
    show('<button data-account="mai@shop.vn" data-place="menu">Signed in as mai@shop.vn</button>');
    expect(elementInfo(element('button'))).toMatchObject({
      text: 'Signed in as [redacted]',
      dataset: { account: '[redacted]', place: 'menu' },
    });
  });

  it('has no card or phone numbers, and no data whose names mark them as personal', () => {
    show(
      '<button data-customer-phone="0912345678" data-token="tok_live_abc123" data-reset-token="x" data-user-email="x" ' +
        'data-sku="LT-1301" data-price="24990000" data-note="+84 912 345 678">Card 4111 1111 1111 1111, 0912 345 678</button>',
    );
    expect(elementInfo(element('button'))).toMatchObject({ text: 'Card [redacted], [redacted]' });
    expect(elementInfo(element('button')).dataset).toEqual({
      sku: 'LT-1301',
      price: '24990000',
      note: '[redacted]',
    });
  });

  it('has no text when a part of it is to be ignored', () => {
    show('<button>Hello <b data-clickstream-ignore>Mai Tran</b></button>');
    expect(elementInfo(element('button')).text).toBeNull();
  });

  it('has text for its id, even if one of its inputs has that name', () => {
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

  it('count once, even where the page stops their propagation', () => {
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

  it('in an element to be ignored are not tracked, whatever they hit', () => {
    show(
      '<section data-clickstream-ignore><a href="#x"><b>Mai Tran</b></a></section><button data-clickstream-ignore>Pay</button>',
    );
    element('b').click();
    element('button').click();
    expect(tracked).toEqual([]);
  });

  it('in an open shadow root are tracked, as clicks on the element that was hit there', () => {
    show('<shop-button></shop-button>');
    const root = element('shop-button').attachShadow({ mode: 'open' });
    root.innerHTML = '<button id="add"><b>Add to cart</b></button>';
    root.querySelector('b')?.click();
    expect(tracked).toMatchObject([['click', { element: { id: 'add', text: 'Add to cart' } }]]);
  });

  it('by the middle button are tracked on links only, and those by the right button never', () => {
    show('<a href="/other"><b>Other</b></a><button>Buy</button>');
    const press = (selector: string, button: number) =>
      element(selector).dispatchEvent(new MouseEvent('auxclick', { button, bubbles: true, composed: true }));
    press('b', 1);
    press('a', 2);
    press('button', 1);
    expect(tracked).toMatchObject([['click', { element: { tag: 'a', text: 'Other' } }]]);
  });

  it.each([
    ['<div id="target" data-track="payment-card"><label><input type="radio"> Cash</label></div>', 'label'],
    ['<div data-track><label for="cash">Cash</label><input type="radio" id="cash"></div>', 'label'],
    ['<label data-track><input type="checkbox"> <b>Cash</b></label>', 'b'],
    ['<label><input type="checkbox"> <b>Cash</b></label>', 'b'],
    ['<label data-track><input type="checkbox"> <b>Cash</b></label>', 'input'],
  ])('on %s count once, even though a label clicks its input', async (html, selector) => {
    show(html);
    element(selector).click();
    expect(tracked).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve));
    element('input').click();
    expect(tracked).toHaveLength(2);
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
