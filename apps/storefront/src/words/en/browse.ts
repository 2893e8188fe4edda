import { CATEGORIES, type CategorySlug } from '../../shop/gateway';

type Department = { readonly name: string; readonly tagline: string };

/** Pages on which one looks for a product: home, departments, search. */
export const browse = {
  departments: Object.fromEntries(
    CATEGORIES.map(({ slug, name, tagline }) => [slug, { name, tagline }]),
  ) as Record<CategorySlug, Department>,
  home: {
    hero: {
      title: 'The desk you look forward to.',
      text: 'Laptops, monitors and accessories chosen by people who use them all day. At your door in one to three days, anywhere in Viet Nam.',
      laptops: 'Shop laptops',
      monitors: 'Find a monitor',
    },
    departments: 'Departments',
    products: { one: '{count} product', other: '{count} products' },
    offers: 'This week’s offers',
    newest: 'Just in',
    why: 'Why shop with us',
    promises: {
      delivery: {
        title: 'Free delivery',
        text: 'On every order from {amount}. Express to the large cities by tomorrow.',
      },
      returns: {
        title: '30 days to decide',
        text: 'Try it at your own desk. If it does not fit, we pick it up.',
      },
      repairs: {
        title: 'In-house repairs',
        text: 'Our own workshop and parts, and a loan machine while you wait.',
      },
    },
  },
  list: {
    brands: 'Brands',
    allBrands: 'All brands',
    products: { one: 'product', other: 'products' },
    noneOfBrand: 'This category has no products of this brand. Choose another brand above.',
    sortBy: 'Sort by',
    sort: 'Sort',
    orders: {
      recommended: 'Recommended',
      'price-up': 'Lowest price',
      'price-down': 'Highest price',
      newest: 'Newest',
    },
    pages: 'Pages',
    page: 'Page {number}',
    titleOfPage: '{title} · page {number}',
    previous: 'Previous',
    next: 'Next',
  },
  search: {
    title: 'Search',
    titleFor: 'Search: {term}',
    resultsFor: 'Results for “{term}”',
    hint: 'Type a brand, a product or a word such as “keyboard”, “32 GB” or “chuột”.',
    nothing: 'No products match your search.',
    found: { one: '{count} product', other: '{count} products' },
    corrected: 'for “{term}”. Nothing has the word as it was typed.',
    results: 'Search results',
    didYouMean: 'Did you mean',
    departments: 'Departments',
    allOf: 'All {department}',
    department: 'Department',
    popular: 'Popular now',
  },
  notFound: {
    title: 'Page not found',
    text: 'The page may have moved, or the product is no longer sold.',
    home: 'Go to the home page',
    laptops: 'See all laptops',
  },
} as const;
