import { followPageViews } from './page-views';

let views: string[];
let titles: string[];
let stop: () => void;

beforeEach(() => {
  history.replaceState(null, '', '/');
  views = [];
  titles = [];
  stop = followPageViews({
    page() {
      views.push(location.pathname + location.search);
      titles.push(document.title);
    },
  });
});

afterEach(() => stop());

/** Changes the route as a router does: all in one piece of work, after which the page is seen. */
async function routeTo(change: () => unknown): Promise<void> {
  await change();
  await Promise.resolve();
}

const cameBack = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('page views', () => {
  it('begin with the page that is shown', () => {
    expect(views).toEqual(['/']);
  });

  it('follow every change of route', async () => {
    await routeTo(() => history.pushState(null, '', '/category/laptops'));
    await routeTo(() => history.pushState(null, '', '/category/laptops?page=2'));
    await routeTo(() => history.replaceState(null, '', '/product/aero-14'));
    expect(views).toEqual(['/', '/category/laptops', '/category/laptops?page=2', '/product/aero-14']);
  });

  it('wait until the router has done its work, so that the title is that of the new page', async () => {
    await routeTo(() => {
      history.pushState(null, '', '/cart');
      document.title = 'Cart';
    });
    expect(titles.at(-1)).toBe('Cart');
  });

  it('are not repeated while the address stays', async () => {
    await routeTo(() => history.replaceState({ scroll: 10 }, '', '/'));
    await routeTo(() => history.pushState(null, '', '/'));
    await routeTo(() => history.pushState(null, '', '/#reviews'));
    await routeTo(() => dispatchEvent(new Event('popstate')));
    expect(views).toEqual(['/']);
  });

  it('follow the way back', async () => {
    await routeTo(() => history.pushState(null, '', '/cart'));
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await routeTo(() => gone);
    expect(views).toEqual(['/', '/cart', '/']);
  });

  it('count a page that comes back whole from the memory of the browser', () => {
    cameBack(false);
    expect(views).toEqual(['/']);
    cameBack(true);
    expect(views).toEqual(['/', '/']);
  });

  it('leave the history of the page as it was once they are stopped', async () => {
    stop();
    await routeTo(() => history.pushState(null, '', '/cart'));
    expect(views).toEqual(['/']);
    expect(history.pushState).toBe(History.prototype.pushState);
  });
});
