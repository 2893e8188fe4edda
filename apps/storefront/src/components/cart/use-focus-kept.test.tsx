/** @jest-environment jsdom */
import { openTrackedPage, type TrackedPage } from '../../tracking/testing/tracked-page';
import { useFocusKept } from './use-focus-kept';

let page: TrackedPage;
beforeAll(() => {
  page = openTrackedPage();
});
afterAll(() => page.close());

function List({ items }: { items: readonly string[] }) {
  const list = useFocusKept<HTMLDivElement>(items.length);
  return (
    <div ref={list}>
      <h1>Cart</h1>
      {items.map((item) => (
        <button key={item} id={item}>
          Remove {item}
        </button>
      ))}
    </div>
  );
}

const focused = () => document.activeElement?.tagName;

describe('a list of which things are removed', () => {
  it('moves the focus to the heading when what had it is gone', async () => {
    await page.show(<List items={['a', 'b']} />);
    document.getElementById('a')?.focus();
    await page.show(<List items={['b']} />);
    expect(focused()).toBe('H1');
  });

  it('leaves the focus where it is when something else is gone or comes', async () => {
    document.getElementById('b')?.focus();
    await page.show(<List items={['b', 'c']} />);
    await page.show(<List items={['b']} />);
    expect(document.activeElement?.id).toBe('b');
  });

  it('takes no focus when nothing was removed', async () => {
    (document.activeElement as HTMLElement).blur();
    await page.show(<List items={['b', 'd']} />);
    expect(focused()).toBe('BODY');
  });
});
