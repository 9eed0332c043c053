import {
  IconApple,
  IconBabyCarriage,
  IconBottle,
  IconBox,
  IconBread,
  IconCandy,
  IconDroplets,
  IconGrain,
  IconHome,
  IconMeat,
  IconMilk,
  IconPaw,
  IconSnowflake,
} from '@tabler/icons-react';

/** The pictures that a category can name; an unknown name gets the box. */
const ICONS = {
  baby: IconBabyCarriage,
  bakery: IconBread,
  dairy: IconMilk,
  drinks: IconBottle,
  frozen: IconSnowflake,
  grocery: IconGrain,
  household: IconHome,
  hygiene: IconDroplets,
  meat: IconMeat,
  pets: IconPaw,
  produce: IconApple,
  sweets: IconCandy,
} as const;

const isKnown = (name: string): name is keyof typeof ICONS => Object.hasOwn(ICONS, name);

export const CategoryIcon = ({ name, size }: { readonly name: string; readonly size: number }) => {
  const Icon = isKnown(name) ? ICONS[name] : IconBox;
  return <Icon size={size} stroke={1.7} aria-hidden />;
};
