import { useTranslation } from 'react-i18next';
import { TILE_COLOURS, type TileColour } from '#shared/domain/quick-keys/schema.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { tileColour } from '#renderer/ui/sell/tile-colour.ts';
import classes from './quick-keys.module.css';

type ColourChoiceProps = {
  readonly colour: TileColour | null;
  readonly onChoose: (colour: TileColour | null) => void;
};

/** What the chosen tile stands out by, in words and as it looks. */
export const ColourChoice = ({ colour, onChoose }: ColourChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Chips
      label={t('quickKeys.colour')}
      isLabelShown
      chosen={colour ?? 'none'}
      onChoose={(id) => onChoose(id === 'none' ? null : id)}
      options={(['none', ...TILE_COLOURS] as const).map((id) => ({
        id,
        label: t(`quickKeys.colours.${id}`),
        picture: id === 'none' ? null : <i className={classes['swatch']} style={tileColour(id)} />,
      }))}
    />
  );
};
