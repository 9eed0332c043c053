import { useTranslation } from 'react-i18next';
import { useComputer } from '../session/use-computer.ts';
import { useKeepsSecrets } from '../session/use-keeps-secrets.ts';
import { useUpdateState } from '../session/use-update.ts';
import { useFormat } from '../ui/language/use-format.ts';

const MEGABYTE = 1024 ** 2;

/** How this computer keeps the till's data, as names and values. */
export const useComputerFacts = (): readonly (readonly [string, string])[] => {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { mirror, disk } = useComputer();
  const keepsSecrets = useKeepsSecrets();
  const update = useUpdateState();
  const copy =
    mirror === null
      ? t('computer.copyNone')
      : mirror.state === 'following'
        ? t('computer.copyWhole')
        : mirror.state === 'comparing'
          ? t('computer.copyComparing')
          : t('computer.copyBehind', { count: mirror.lag });
  return [
    [t('computer.copy'), copy],
    ...(disk === null
      ? []
      : [[t('computer.disk'), `${count(Math.floor(disk.bytes / MEGABYTE))} MB`] as const]),
    ...(keepsSecrets === null
      ? []
      : [[t('computer.key'), t(keepsSecrets ? 'computer.keyKept' : 'computer.keyOpen')] as const]),
    ...(update?.stage === 'ready'
      ? [[t('update.title'), t('update.lies', { version: update.version ?? '' })] as const]
      : []),
  ];
};
