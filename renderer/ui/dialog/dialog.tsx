import { FocusTrap, Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/icon-button.tsx';
import { DialogLayer } from './dialog-layer.tsx';
import classes from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  /** Escape, the cross, and a press beside the dialog. Left out: only what is inside can end it. */
  readonly onClose?: (() => void) | undefined;
  /** px; never wider than the window. */
  readonly width?: number;
  /** It is there to be typed into: the field that says `data-autofocus` has the focus. */
  readonly isForTyping?: boolean;
  readonly children: ReactNode;
};

/**
 * A dialog over the screen; render it while it is open. Keys and scans go to its content alone, and a scan that the
 * content has no use for beeps instead of slipping into the basket below. A component that binds keys or hears scans
 * of the dialog stands inside it: the one that renders the Dialog still belongs to the screen.
 */
export const Dialog = (props: DialogProps) => {
  const { title, onClose, width = 560, isForTyping = false, children } = props;
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => undefined)}
      size={width}
      centered
      closeOnEscape={false}
      // The page itself never scrolls, and the lock would bring styles that the page's policy forbids.
      lockScroll={false}
      closeOnClickOutside={onClose !== undefined}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['content'] ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.55} />
      <Modal.Content>
        {/* Nothing visible takes the focus, so that Enter is the dialog's and not that of a button in it. */}
        {isForTyping ? null : <FocusTrap.InitialFocus />}
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          {onClose ? (
            <IconButton label={t('common.close')} tone="quiet" onClick={onClose}>
              <IconX size={22} />
            </IconButton>
          ) : null}
        </div>
        <Modal.Body className={classes['body'] ?? ''}>
          <DialogLayer onEscape={onClose}>{children}</DialogLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
