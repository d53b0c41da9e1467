import { getTranslations } from "next-intl/server";

/** For people whose organisation signs in by a provider of its own: they say which, and the page of that one opens. */
export async function OwnSignIn({ returnTo }: { returnTo?: string }) {
  const t = await getTranslations("signInWays");
  return (
    <form method="get" action="/sign-in" className="mt-5 border-t border-line pt-4">
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <label className="block text-sm font-medium" htmlFor="organisation">
        {t("organisation")}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="organisation"
          name="organisation"
          required
          maxLength={63}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          className="min-h-(--control) min-w-0 flex-1 rounded-sm border border-line-strong bg-surface px-3"
        />
        <button type="submit" className="btn line">
          {t("open")}
        </button>
      </div>
      <p className="mt-1.5 text-xs text-ink-3">{t("organisationHint")}</p>
    </form>
  );
}
