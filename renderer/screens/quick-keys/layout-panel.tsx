import { TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MAX_PAGE_NAME } from '#shared/domain/quick-keys/schema.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeyName } from '#renderer/ui/keys/use-key-name.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Panel } from '#renderer/ui/shell/panel.tsx';
import { ColourChoice } from './colour-choice.tsx';
import type { LayoutDraft } from './use-layout-draft.ts';
import classes from './quick-keys.module.css';

type PanelProps = { readonly draft: LayoutDraft };

/** What can be done with the page and with the chosen tile, and saving it. */
export const LayoutPanel = ({ draft }: PanelProps) => (
  <Panel foot={<Foot draft={draft} />}>
    <Overruled draft={draft} />
    {draft.page ? <PageActs draft={draft} name={draft.page.name} /> : null}
    {draft.page ? <TileActs draft={draft} /> : null}
  </Panel>
);

/** Somebody else arranged them too, and was overruled without being seen: their arrangement can be had again. */
const Overruled = ({ draft: { overruled, showOverruled } }: PanelProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const now = useNow(60_000);
  const { staff } = useReferences();
  if (overruled === null) return null;
  const { staffId, tillId, at } = overruled;
  const name = staff.find(({ id }) => id === staffId)?.name ?? staffId;
  return (
    <div className={classes['part']}>
      <Notice tone="warn">
        {t('quickKeys.overruled', { name, till: tillId, time: moment(at, now) })}
      </Notice>
      <Button onClick={showOverruled}>{t('quickKeys.showTheirs')}</Button>
    </div>
  );
};

const PageActs = ({ draft, name }: PanelProps & { readonly name: string }) => {
  const { t } = useTranslation();
  const { pageAt, pages } = draft;
  return (
    <div className={classes['part']}>
      <TextInput
        size="lg"
        label={t('quickKeys.pageName')}
        value={name}
        maxLength={MAX_PAGE_NAME}
        autoComplete="off"
        onChange={({ currentTarget }) => draft.renamePage(currentTarget.value)}
      />
      <div className={classes['acts']}>
        <Button
          disabled={pageAt === 0}
          icon={<IconChevronLeft size={20} />}
          onClick={() => draft.movePage(-1)}
        >
          {t('quickKeys.pageEarlier')}
        </Button>
        <Button
          disabled={pageAt === pages.length - 1}
          icon={<IconChevronRight size={20} />}
          onClick={() => draft.movePage(1)}
        >
          {t('quickKeys.pageLater')}
        </Button>
      </div>
      <Button tone="quiet" icon={<IconTrash size={20} />} onClick={draft.removePage}>
        {t('quickKeys.removePage')}
      </Button>
    </div>
  );
};

const TileActs = ({ draft }: PanelProps) => {
  const { t } = useTranslation();
  const keyName = useKeyName();
  const { pages, pageAt, page, chosen } = draft;
  const place = page?.skus.findIndex((sku) => sku === chosen) ?? -1;
  if (chosen === null)
    return (
      <div className={classes['part']}>
        <h2>{t('quickKeys.tile')}</h2>
        <p>{t('quickKeys.choose')}</p>
      </div>
    );
  return (
    <div className={classes['part']}>
      <h2>{t('quickKeys.tile')}</h2>
      <div className={classes['acts']}>
        <Button keyName="Ctrl+↑" disabled={place === 0} onClick={() => draft.move(-1)}>
          {t('quickKeys.earlier')}
        </Button>
        <Button
          keyName="Ctrl+↓"
          disabled={place === (page?.skus.length ?? 0) - 1}
          onClick={() => draft.move(1)}
        >
          {t('quickKeys.later')}
        </Button>
      </div>
      <ColourChoice colour={draft.colour} onChoose={draft.paint} />
      {pages.map(({ name }, other) =>
        other === pageAt ? null : (
          <Button key={`${other}:${name}`} onClick={() => draft.moveTo(other)}>
            {t('quickKeys.toPage')}: {name}
          </Button>
        ),
      )}
      <Button tone="quiet" keyName={keyName('Delete')} onClick={draft.remove}>
        {t('quickKeys.remove')}
      </Button>
    </div>
  );
};

const Foot = ({ draft }: PanelProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { problem, isChanged, isSaved, isBusy } = draft;
  const words = problem && problemText(problem);
  return (
    <div className={classes['foot']}>
      {words ? <Notice tone="danger">{words}</Notice> : null}
      <div aria-live="polite">
        {isSaved ? <Notice tone="ok">{t('quickKeys.saved')}</Notice> : null}
      </div>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        disabled={!isChanged}
        isBusy={isBusy}
        onClick={() => void draft.save()}
      >
        {t('quickKeys.save')}
      </Button>
      <Button tone="quiet" isWide disabled={!isChanged} onClick={draft.discard}>
        {t('quickKeys.discard')}
      </Button>
    </div>
  );
};
