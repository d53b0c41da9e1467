import Link from "next/link";

export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M3 6.5A2.5 2.5 0 0 1 5.5 4H8a1.5 1.5 0 0 0 3 0h7.5A2.5 2.5 0 0 1 21 6.5v8a2.5 2.5 0 0 1-2.5 2.5H11a1.5 1.5 0 0 0-3 0l-3.5 4z"
        fill="var(--color-accent)"
      />
      <path d="M12.5 8.5h5M12.5 12.2h3.4" stroke="var(--color-brand-mark)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

export function Brand() {
  return (
    <Link className="brand" href="/">
      <BrandMark />
      SalesBoost
    </Link>
  );
}
