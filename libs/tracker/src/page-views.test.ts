import { followPageViews } from './page-views';

let views: string[];
let stop: () => void;

beforeEach(() => {
  history.replaceState(null, '', '/');
  views = [];
  stop = followPageViews({ page: () => void views.push(location.pathname + location.search) });
});

afterEach(() => stop());

const cameBack = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('page views', () => {
  it('begin with the page that is shown', () => {
    expect(views).toEqual(['/']);
  });

  it('follow every change of route', () => {
    history.pushState(null, '', '/category/laptops');
    history.pushState(null, '', '/category/laptops?page=2');
    history.replaceState(null, '', '/product/aero-14');
    expect(views).toEqual(['/', '/category/laptops', '/category/laptops?page=2', '/product/aero-14']);
  });

  it('are not repeated while the address stays', () => {
    history.replaceState({ scroll: 10 }, '', '/');
    history.pushState(null, '', '/');
    history.pushState(null, '', '/#reviews');
    dispatchEvent(new Event('popstate'));
    expect(views).toEqual(['/']);
  });

  it('follow the way back', async () => {
    history.pushState(null, '', '/cart');
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await gone;
    expect(views).toEqual(['/', '/cart', '/']);
  });

  it('count a page that comes back whole from the memory of the browser', () => {
    cameBack(false);
    expect(views).toEqual(['/']);
    cameBack(true);
    expect(views).toEqual(['/', '/']);
  });

  it('leave the history of the page as it was once they are stopped', () => {
    stop();
    history.pushState(null, '', '/cart');
    expect(views).toEqual(['/']);
    expect(history.pushState).toBe(History.prototype.pushState);
  });
});
