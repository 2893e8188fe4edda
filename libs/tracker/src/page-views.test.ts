import { followPageViews, type PageViews } from './page-views';

let views: string[];
let titles: string[];
let pageViews: PageViews;

beforeEach(() => {
  history.replaceState(null, '', '/');
  document.title = 'Home';
  views = [];
  titles = [];
  pageViews = followPageViews({
    page() {
      views.push(location.pathname + location.search);
      titles.push(document.title);
    },
  });
});

afterEach(() => {
  jest.useRealTimers();
  pageViews.stop();
});

/** Changes the route and lets the router finish, after which the page is seen. */
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

  it('wait until the router has done its work, so that the title is that of the new page', async () => {
    await routeTo(async () => {
      history.pushState(null, '', '/cart');
      await Promise.resolve();
      document.title = 'Cart';
    });
    expect(titles.at(-1)).toBe('Cart');
  });

  it('wait for a title that comes late, and what is to follow them waits too', async () => {
    jest.useFakeTimers();
    history.pushState(null, '', '/cart');
    document.title = '';
    pageViews.whenSeen(() => views.push('the cart is shown'));
    jest.advanceTimersByTime(60);
    expect(views).toEqual(['/']);
    document.title = 'Cart';
    jest.advanceTimersByTime(20);
    expect(views).toEqual(['/', '/cart', 'the cart is shown']);
    expect(titles.at(-1)).toBe('Cart');
  });

  it('do not wait for ever on a page without a title', () => {
    jest.useFakeTimers();
    history.pushState(null, '', '/cart');
    document.title = '';
    jest.advanceTimersByTime(1_000);
    expect(views).toEqual(['/', '/cart']);
  });

  it('do not wait at all when something happens on the page', async () => {
    await routeTo(() => {
      history.pushState(null, '', '/cart');
      document.title = '';
      pageViews.whenSeen(() => views.push('the cart is shown'));
      pageViews.catchUp();
      expect(views).toEqual(['/', '/cart', 'the cart is shown']);
    });
    expect(views).toHaveLength(3);
  });

  it('are followed at once by what is to follow them, when they are tracked already', () => {
    pageViews.whenSeen(() => views.push('the front page is shown'));
    expect(views).toEqual(['/', 'the front page is shown']);
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

  it('count a page that comes back whole from the memory of the browser', async () => {
    await routeTo(() => cameBack(false));
    expect(views).toEqual(['/']);
    await routeTo(() => cameBack(true));
    expect(views).toEqual(['/', '/']);
  });

  it('track nothing more once they are stopped, not even a page that waits for its title', () => {
    jest.useFakeTimers();
    history.pushState(null, '', '/cart');
    document.title = '';
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
