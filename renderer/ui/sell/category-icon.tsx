import {
  IconApple,
  IconBabyCarriage,
  IconBottle,
  IconBox,
  IconBread,
  IconCandy,
  IconCoffee,
  IconDroplets,
  IconEgg,
  IconFish,
  IconGrain,
  IconHome,
  IconMeat,
  IconMilk,
  IconPaw,
  IconSnowflake,
  IconTruckDelivery,
} from '@tabler/icons-react';

/** The pictures that a category can name; an unknown name gets the box. */
const ICONS = {
  apple: IconApple,
  baby: IconBabyCarriage,
  bottle: IconBottle,
  bread: IconBread,
  candy: IconCandy,
  coffee: IconCoffee,
  delivery: IconTruckDelivery,
  drops: IconDroplets,
  egg: IconEgg,
  fish: IconFish,
  grain: IconGrain,
  home: IconHome,
  meat: IconMeat,
  milk: IconMilk,
  paw: IconPaw,
  snowflake: IconSnowflake,
} as const;

const isKnown = (name: string): name is keyof typeof ICONS => name in ICONS;

export const CategoryIcon = ({ name, size }: { readonly name: string; readonly size: number }) => {
  const Icon = isKnown(name) ? ICONS[name] : IconBox;
  return <Icon size={size} stroke={1.7} aria-hidden />;
};
