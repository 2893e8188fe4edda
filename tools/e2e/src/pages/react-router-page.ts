import { createElement as element, Suspense, useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Await,
  createBrowserRouter,
  Link,
  Outlet,
  redirect,
  RouterProvider,
  useLoaderData,
  useParams,
} from 'react-router';

const later = <T>(milliseconds: number, value: T) =>
  new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));

/** Brings its title in an effect, as most pages do. */
function Titled({ title }: { title: string }): ReactNode {
  useEffect(() => void (document.title = title), [title]);
  return element('h1', null, title);
}

/** Is shown at its address at once, and brings its title with what it waits for. */
function List() {
  const { name } = useLoaderData<{ name: Promise<string> }>();
  const page = element(Await, {
    resolve: name,
    children: (title: unknown) => element(Titled, { title: String(title) }),
  });
  return element(Suspense, { fallback: 'Loading' }, page);
}

/** Comes when its loader is done, address and all. */
function Product() {
  const { id } = useParams();
  return element(Titled, { title: `Product ${id}` });
}

const ADDRESSES = ['/router', '/router/product/1', '/router/product/2', '/router/list', '/router/old'];

const links = () => [
  ...ADDRESSES.map((to) => element(Link, { to, key: to }, to)),
  element(Outlet, { key: 'page' }),
];

const router = createBrowserRouter([
  {
    path: '/router',
    Component: links,
    children: [
      { index: true, element: element(Titled, { title: 'Home' }) },
      { path: 'product/:id', loader: () => later(300, null), Component: Product },
      { path: 'list', loader: () => ({ name: later(900, 'List') }), Component: List },
      { path: 'old', loader: () => redirect('/router/cart') },
      { path: 'cart', element: element(Titled, { title: 'Cart' }) },
    ],
  },
]);

createRoot(document.body.appendChild(document.createElement('main'))).render(
  element(RouterProvider, { router }),
);
