/** Colours a product's body comes in. The storefront decides the exact shades. */
export type Finish =
  'silver' | 'graphite' | 'black' | 'white' | 'navy' | 'sand' | 'sage' | 'rose' | 'plum' | 'terracotta';

/** What a switched-on screen shows. */
export type Wallpaper = 'dune' | 'aurora' | 'tide' | 'ember' | 'meadow' | 'dusk' | 'code' | 'canyon';

/** A lamp colour: key lights, mouse wheels, fan vents. */
export type Glow = 'lime' | 'cyan' | 'magenta' | 'amber';

export interface LaptopPicture {
  drawing: 'laptop';
  pose: 'front' | 'left' | 'right' | 'tent';
  screenInches: number;
  finish: Finish;
  wallpaper: Wallpaper;
  glow?: Glow;
}

export interface MonitorPicture {
  drawing: 'monitor';
  screenInches: number;
  shape: 'flat' | 'wide' | 'superwide' | 'portable';
  curved?: boolean;
  stand: 'foot' | 'column' | 'arm' | 'legs';
  finish: Finish;
  wallpaper: Wallpaper;
  glow?: Glow;
}

export interface KeyboardPicture {
  drawing: 'keyboard';
  layout: 'compact' | 'tenkeyless' | 'full' | 'split';
  finish: Finish;
  keys: Finish;
  glow?: Glow;
}

export interface MousePicture {
  drawing: 'mouse';
  shape: 'low' | 'palm' | 'vertical' | 'light';
  finish: Finish;
  glow?: Glow;
}

export interface BagPicture {
  drawing: 'bag';
  shape: 'backpack' | 'sleeve' | 'brief';
  finish: Finish;
  trim: Finish;
}

export interface GadgetPicture {
  drawing:
    | 'headset'
    | 'earbuds'
    | 'dock'
    | 'hub'
    | 'charger'
    | 'webcam'
    | 'drive'
    | 'stand'
    | 'arm'
    | 'speaker'
    | 'microphone'
    | 'deskmat'
    | 'lightbar';
  finish: Finish;
  trim?: Finish;
  glow?: Glow;
}

/** What the storefront needs to draw a product. It stands where a shop with photographs keeps an address. */
export type Picture =
  LaptopPicture | MonitorPicture | KeyboardPicture | MousePicture | BagPicture | GadgetPicture;
