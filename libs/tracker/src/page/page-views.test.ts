import { followPageViews, type PageViews } from './page-views';

let views: string[];
let hrefs: string[];
let titlesBefore: (string | undefined)[];
let pageViews: PageViews;

beforeEach(() => {
  history.replaceState(null, '', '/');
  document.title = 'Home';
  views = [];
  hrefs = [];
  titlesBefore = [];
  pageViews = followPageViews({
    page(titleBefore) {
      views.push(location.pathname + location.search);
      hrefs.push(location.href.slice(location.origin.length));
      titlesBefore.push(titleBefore);
    },
  });
});

afterEach(() => {
  jest.useRealTimers();
  pageViews.stop();
});

/** Changes the route and lets the router finish, after which the page counts as seen. */
async function routeTo(change: () => unknown): Promise<void> {
  await change();
  await new Promise((resolve) => setTimeout(resolve));
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

  it('report the title of the previous page, which is never that of the new one', async () => {
    await routeTo(async () => {
      history.pushState(null, '', '/cart');
      await Promise.resolve();
      document.title = 'Cart';
      // As Next does after its pushState: it changes nothing about the address.
      history.replaceState({ key: 1 }, '', '/cart');
    });
    expect(titlesBefore).toEqual([undefined, 'Home']);
  });

  it('are recorded at once when something happens on the page, before whatever is to follow them', async () => {
    await routeTo(() => {
      history.pushState(null, '', '/cart');
      pageViews.afterPageView(() => views.push('the cart is shown'));
      expect(views).toEqual(['/']);
      pageViews.recordNow();
      expect(views).toEqual(['/', '/cart', 'the cart is shown']);
    });
    expect(views).toHaveLength(3);
  });

  it('leave out a page that sends its visitors on at once', async () => {
    await routeTo(() => {
      history.pushState(null, '', '/old');
      history.replaceState(null, '', '/new');
    });
    expect(views).toEqual(['/', '/new']);
  });

  it('take filters by replaceState for the same page, and the next page for another', async () => {
    await routeTo(() => history.pushState(null, '', '/list'));
    for (const search of [
      '?sort=price',
      '?sort=price&brand=a',
      '?sort=price&brand=a&page=2',
      '?sort=name',
      '',
    ])
      await routeTo(() => history.replaceState(null, '', `/list${search}`));
    await routeTo(() => history.replaceState(null, '', '/list?sort=price'));
    await routeTo(() => history.pushState(null, '', '/p/1'));
    expect(views).toEqual(['/', '/list', '/p/1']);
  });

  it('count filters where that is asked for', async () => {
    pageViews.stop();
    pageViews = followPageViews({ page: () => views.push(location.search) }, { countFilters: true });
    await routeTo(() => history.replaceState(null, '', '/?sort=price'));
    await routeTo(() => history.replaceState(null, '', '/?sort=name'));
    expect(views).toEqual(['/', '', '?sort=price', '?sort=name']);
  });

  it('follow the routes of a hash router, but not the parts of a page', async () => {
    for (const hash of ['#/', '#/laptops', '#/laptops/1', '#!/cart', '#!/cart', '#reviews', '#'])
      await routeTo(() => history.pushState(null, '', `/app${hash}`));
    await routeTo(() => history.replaceState(null, '', '/app#/laptops'));
    await routeTo(() => history.replaceState(null, '', '/app#/laptops?sort=price'));
    expect(hrefs).toEqual([
      '/',
      '/app#/',
      '/app#/laptops',
      '/app#/laptops/1',
      '/app#!/cart',
      '/app#reviews',
      '/app#/laptops',
    ]);
  });

  it('are followed at once by whatever is to follow them, when they are already tracked', () => {
    pageViews.afterPageView(() => views.push('the front page is shown'));
    expect(views).toEqual(['/', 'the front page is shown']);
  });

  it('are not repeated while the address stays', async () => {
    await routeTo(() => history.replaceState({ scroll: 10 }, '', '/'));
    await routeTo(() => history.pushState(null, '', '/'));
    await routeTo(() => history.pushState(null, '', '/#reviews'));
    await routeTo(() => dispatchEvent(new Event('popstate')));
    expect(views).toEqual(['/']);
  });

  it('follow the back button', async () => {
    await routeTo(() => history.pushState(null, '', '/cart'));
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await routeTo(() => gone);
    expect(views).toEqual(['/', '/cart', '/']);
  });

  it('count a page that is restored from the browser’s memory', async () => {
    await routeTo(() => cameBack(false));
    expect(views).toEqual(['/']);
    await routeTo(() => cameBack(true));
    expect(views).toEqual(['/', '/']);
  });

  it('track nothing more once they are stopped, not even a page that was just opened', () => {
    jest.useFakeTimers();
    history.pushState(null, '', '/cart');
    pageViews.stop();
    jest.advanceTimersByTime(1_000);
    expect(views).toEqual(['/']);
  });

  it('leave the history of the page as it was once they are stopped', async () => {
    pageViews.stop();
    await routeTo(() => history.pushState(null, '', '/cart'));
    expect(views).toEqual(['/']);
    expect(history.pushState).toBe(History.prototype.pushState);
  });
});
