import { Type, type Static, type TProperties } from '@sinclair/typebox';

const oneOf = <const Name extends string>(...names: readonly Name[]) =>
  Type.Union(names.map((name) => Type.Literal(name)));

const exactly = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });

/** Colours of a product's body. The drawings decide the exact shades. */
const FinishSchema = oneOf(
  'silver',
  'graphite',
  'black',
  'white',
  'navy',
  'sand',
  'sage',
  'rose',
  'plum',
  'terracotta',
);

/** Images on a screen that is switched on. */
const WallpaperSchema = oneOf('dune', 'aurora', 'tide', 'ember', 'meadow', 'dusk', 'code', 'canyon');

/** Lamp colours: key lights, mouse wheels, fan vents. */
const GlowSchema = oneOf('lime', 'cyan', 'magenta', 'amber');

const LaptopPictureSchema = exactly({
  drawing: Type.Literal('laptop'),
  pose: oneOf('front', 'left', 'right', 'tent'),
  screenInches: Type.Number({ minimum: 1, maximum: 100 }),
  finish: FinishSchema,
  wallpaper: WallpaperSchema,
  glow: Type.Optional(GlowSchema),
});

const MonitorPictureSchema = exactly({
  drawing: Type.Literal('monitor'),
  screenInches: Type.Number({ minimum: 1, maximum: 100 }),
  shape: oneOf('flat', 'wide', 'superwide', 'portable'),
  curved: Type.Optional(Type.Boolean()),
  stand: oneOf('foot', 'column', 'arm', 'legs'),
  finish: FinishSchema,
  wallpaper: WallpaperSchema,
  glow: Type.Optional(GlowSchema),
});

const KeyboardPictureSchema = exactly({
  drawing: Type.Literal('keyboard'),
  layout: oneOf('compact', 'tenkeyless', 'full', 'split'),
  finish: FinishSchema,
  keys: FinishSchema,
  glow: Type.Optional(GlowSchema),
});

const MousePictureSchema = exactly({
  drawing: Type.Literal('mouse'),
  shape: oneOf('low', 'palm', 'vertical', 'light'),
  finish: FinishSchema,
  glow: Type.Optional(GlowSchema),
});

const BagPictureSchema = exactly({
  drawing: Type.Literal('bag'),
  shape: oneOf('backpack', 'sleeve', 'brief'),
  finish: FinishSchema,
  trim: FinishSchema,
});

const GadgetPictureSchema = exactly({
  drawing: oneOf(
    'headset',
    'earbuds',
    'dock',
    'hub',
    'charger',
    'webcam',
    'drive',
    'stand',
    'arm',
    'speaker',
    'microphone',
    'deskmat',
    'lightbar',
  ),
  finish: FinishSchema,
  trim: Type.Optional(FinishSchema),
  glow: Type.Optional(GlowSchema),
});

/** Everything needed to draw a product, in place of a photograph's address. */
export const PictureSchema = Type.Union([
  LaptopPictureSchema,
  MonitorPictureSchema,
  KeyboardPictureSchema,
  MousePictureSchema,
  BagPictureSchema,
  GadgetPictureSchema,
]);

export type Finish = Static<typeof FinishSchema>;
export type Wallpaper = Static<typeof WallpaperSchema>;
export type Glow = Static<typeof GlowSchema>;
export type LaptopPicture = Static<typeof LaptopPictureSchema>;
export type MonitorPicture = Static<typeof MonitorPictureSchema>;
export type KeyboardPicture = Static<typeof KeyboardPictureSchema>;
export type MousePicture = Static<typeof MousePictureSchema>;
export type BagPicture = Static<typeof BagPictureSchema>;
export type GadgetPicture = Static<typeof GadgetPictureSchema>;
export type Picture = Static<typeof PictureSchema>;
