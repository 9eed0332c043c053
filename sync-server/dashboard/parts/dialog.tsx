import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import classes from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  /** For forms of many fields. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog of a page; render it while it is open. The till's own belongs to its keys and its scanner. */
export const Dialog = ({ title, isWide = false, onClose, children }: DialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={isWide ? 760 : 480}
      centered
      // The page itself never scrolls, and the lock would bring styles that the page's policy forbids.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['content'] ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.55} />
      <Modal.Content>
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          <IconButton label={t('common.close')} tone="quiet" onClick={onClose}>
            <IconX size={22} />
          </IconButton>
        </div>
        <Modal.Body className={classes['body'] ?? ''}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
