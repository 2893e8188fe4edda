import type { Picture } from './picture';
import { BagDrawing } from './gadgets/bag';
import { ChargerDrawing, DockDrawing, DriveDrawing, HubDrawing } from './gadgets/connected-things';
import {
  ArmDrawing,
  DeskMatDrawing,
  LightBarDrawing,
  StandDrawing,
  WebcamDrawing,
} from './gadgets/desk-things';
import { KeyboardDrawing } from './keyboard/keyboard';
import { LaptopDrawing } from './laptop/laptop';
import { MonitorDrawing } from './monitor/monitor';
import { MouseDrawing } from './keyboard/mouse';
import { EarbudsDrawing, HeadsetDrawing, MicrophoneDrawing, SpeakerDrawing } from './gadgets/sound';

const GADGETS = {
  headset: HeadsetDrawing,
  earbuds: EarbudsDrawing,
  dock: DockDrawing,
  hub: HubDrawing,
  charger: ChargerDrawing,
  webcam: WebcamDrawing,
  drive: DriveDrawing,
  stand: StandDrawing,
  arm: ArmDrawing,
  speaker: SpeakerDrawing,
  microphone: MicrophoneDrawing,
  deskmat: DeskMatDrawing,
  lightbar: LightBarDrawing,
};

/** The drawing of a product, 400 by 300. */
export function Drawing({ picture }: { picture: Picture }) {
  switch (picture.drawing) {
    case 'laptop':
      return <LaptopDrawing picture={picture} />;
    case 'monitor':
      return <MonitorDrawing picture={picture} />;
    case 'keyboard':
      return <KeyboardDrawing picture={picture} />;
    case 'mouse':
      return <MouseDrawing picture={picture} />;
    case 'bag':
      return <BagDrawing picture={picture} />;
    default: {
      const Gadget = GADGETS[picture.drawing];
      return <Gadget picture={picture} />;
    }
  }
}
