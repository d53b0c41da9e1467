"use client";

import { X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { useRef, type ReactNode } from "react";

/** A sheet from below on a phone, a dialog in the middle elsewhere. Focus is kept inside and given back after. */
export function Sheet({
  open,
  onOpenChange,
  title,
  icon,
  closeLabel,
  description,
  held = false,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  icon?: ReactNode;
  closeLabel: string;
  description?: string;
  /** what it shows is gone once it closes: only its own content closes it, no slip of key or pointer */
  held?: boolean;
  children: ReactNode;
}) {
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="sheet"
          onEscapeKeyDown={(event) => held && event.preventDefault()}
          onInteractOutside={(event) => held && event.preventDefault()}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // It has no trigger of its own to give the focus back to.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="mb-2 flex items-center justify-between gap-3">
            <Dialog.Title className="flex items-center gap-2 font-sans text-lg tracking-normal">
              {icon}
              {title}
            </Dialog.Title>
            {!held && (
              <Dialog.Close className="btn icon -me-2" aria-label={closeLabel}>
                <X aria-hidden="true" />
              </Dialog.Close>
            )}
          </div>
          {description && <Dialog.Description className="text-ink-2">{description}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
