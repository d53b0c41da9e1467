import type { Role } from "@/lib/contracts/vocabulary";
import { belongings, type Belonging } from "@/tests/support/belongings";
import type { Companies, Company, Somebody } from "@/tests/support/companies";
import { visit, type Visitor } from "@/tests/support/sign-in";
import { letters, type Row } from "./access-matrix";

/** How a door answered one caller. */
export interface Verdict {
  /** did it, is not there, may not, nobody knows who asks; anything else as it was */
  kind: "done" | "not_there" | "forbidden" | "unauthenticated" | (string & {});
  /** all that came back: status line, headers, body */
  text: string;
}

/** Calls a door with what a row sends about something, as somebody. */
export type Knock = (visitor: Visitor, row: Row, ids: Record<string, string>, caller: Somebody) => Promise<Verdict>;

const rolesOf = (of: string): Role[] => [...of].flatMap((letter) => letters[letter] ?? []);
const letterOf = (role: Role) => Object.entries(letters).find(([, one]) => one === role)?.[0] ?? "";
const nothing: Belonging = { ids: {}, traces: [] };
// An id that the caller sent comes back in an address; that tells them nothing.
const leaks = ({ text }: Verdict, { ids, traces }: Belonging) =>
  traces.filter((trace) => !Object.values(ids).includes(trace) && text.includes(trace));

const short = (text: string) => text.slice(0, 400);

/** One row of the matrix on the running server; tells what was otherwise than expected. */
export class Trial {
  private readonly faults: string[] = [];

  constructor(
    private readonly companies: Companies,
    private readonly name: string,
    private readonly row: Row,
    private readonly knock: Knock,
    /** what a role meets that is not let in: a page they may not open is not there */
    private readonly refusal: "forbidden" | "not_there" = "forbidden",
  ) {}

  private make(owner: Somebody): Promise<Belonging> {
    return this.row.about ? belongings[this.row.about](this.companies, owner) : Promise.resolve(nothing);
  }

  private async refused(caller: Somebody, theirs: Belonging, expected: string, whose: string): Promise<void> {
    const verdict = await this.knock(caller.visitor, this.row, theirs.ids, caller);
    const told = `${this.name}, ${caller.role}, ${whose}`;
    if (verdict.kind !== expected)
      this.faults.push(`${told}: ${verdict.kind}, not ${expected}: ${short(verdict.text)}`);
    for (const trace of leaks(verdict, theirs)) this.faults.push(`${told}: shows ${trace}`);
  }

  private async done(caller: Somebody, what: Belonging, whose: string): Promise<void> {
    const verdict = await this.knock(caller.visitor, this.row, what.ids, caller);
    if (verdict.kind === "done" || verdict.kind === this.row.orElse) return;
    this.faults.push(`${this.name}, ${caller.role}, ${whose}: ${verdict.kind}: ${short(verdict.text)}`);
  }

  /** The victim where their role may; else whoever of the company gets at it. */
  private rightful(company: Company): Somebody {
    const [first = "trainee"] = rolesOf(this.row.colleagues ?? this.row.roles);
    const { victim, people } = this.companies;
    return this.row.roles.includes("T") ? victim[company] : people[company][first];
  }

  private async byRole(role: Role, foreign: Belonging, colleagues: Belonging): Promise<void> {
    const { row, companies } = this;
    const caller = row.newcomer ? await companies.newcomer("acme", role) : companies.people.acme[role];
    const letter = letterOf(role);
    if (row.keyOnly) return this.refused(caller, colleagues, "unauthenticated", "with a cookie");
    if (!row.roles.includes(letter)) {
      await this.refused(caller, foreign, this.refusal, "another company's");
      await this.refused(caller, colleagues, this.refusal, "a colleague's");
      return;
    }
    if (row.about) {
      await this.refused(caller, foreign, "not_there", "another company's");
      if (!row.colleagues?.includes(letter)) await this.refused(caller, colleagues, "not_there", "a colleague's");
      else await this.done(caller, row.uses ? await this.make(companies.victim.acme) : colleagues, "a colleague's");
    }
    await this.done(caller, await this.make(caller), "their own");
  }

  /** Every role against what is foreign, a colleague's and their own; nobody; and then whoever it belongs to. */
  async run(): Promise<string[]> {
    const { victim } = this.companies;
    const [foreign, colleagues] = await Promise.all([this.make(victim.globex), this.make(victim.acme)]);
    const everyone = rolesOf(Object.keys(letters).join(""));
    await Promise.all(everyone.map((role) => this.byRole(role, foreign, colleagues)));
    const nobody = { ...victim.acme, visitor: visit(this.companies.app.url) };
    await this.refused(nobody, foreign, "unauthenticated", "nobody");
    if (this.row.about && !this.row.keyOnly) await this.done(this.rightful("globex"), foreign, "whose it is");
    return this.faults;
  }
}
