/**
 * Who gets what: the expected verdict of every door of the application, to be read and reviewed by a person. The tests
 * beside this file find every door in the production build, hold it to its row here, and try the row on the running server.
 *
 * To add a door, add its row: `access` as the code declares it, `roles` who is let in, and, where it is about something
 * that has an owner, `about` what that is (a kind of tests/support/belongings.ts). From that follows:
 *
 * |                         | a role let in      | another role | nobody            |
 * | own                     | `ok`               | refused      | 401, or sign-in   |
 * | a colleague's           | 404, or `ok` for `colleagues` | refused | 401, or sign-in |
 * | another company's       | 404                | refused      | 401, or sign-in   |
 *
 * "Refused" is 403 for routes, `forbidden` for actions, and not there (404) for pages. An API key that acts as an
 * administrator gets a route exactly when `access` is among its scopes. Rows stand in access-matrix-*.ts.
 */
import type { Permission } from "@/lib/contracts/permissions";
import type { Role } from "@/lib/contracts/vocabulary";
import type { BelongingKind } from "@/tests/support/belongings";
import type { Somebody } from "@/tests/support/companies";

/** Roles by a letter each: Trainee, Manager, Writer (author), Admin, aUditor. */
export type Letters = string;
export const letters: Record<string, Role> = { T: "trainee", M: "manager", W: "author", A: "admin", U: "auditor" };
export const everybody: Letters = "TMWAU";

export interface Row {
  access: Permission;
  roles: Letters;
  /** what it is about, when that has an owner */
  about?: BelongingKind;
  /** roles that get at a colleague's as at their own; nobody unless told */
  colleagues?: Letters;
  /** changes or ends what it is about: each call needs one of its own */
  uses?: true;
  /** ends or changes the caller: each call comes from a new person */
  newcomer?: true;
  /** what stands in the address and has no owner */
  fixed?: Record<string, string>;
  /** query of the address, body of a route, argument of an action */
  query?: string;
  sends?: (ids: Record<string, string>, caller: Somebody) => unknown;
  /** status of a route that does it; 200 unless told */
  ok?: number;
  /** may refuse as things stand, having let the caller in: an action's or a route's problem code */
  orElse?: string;
  /** further permissions that a key needs for it */
  keyAlso?: Permission[];
  /** for machines: a cookie gets nobody in, whatever their role */
  keyOnly?: true;
}

/** A row: what it asks for, who is let in, and what else is to be known. */
export const can = (access: Permission, roles: Letters, more: Omit<Row, "access" | "roles"> = {}): Row => ({
  access,
  roles,
  ...more,
});

/** Doors for whom nobody has to sign in, and why. They give nothing of anybody. */
export const publicDoors: Record<string, string> = {
  "/api/auth/[...nextauth]": "Auth.js itself: the way in",
  "POST /api/auth/sign-out": "ends the caller's own sign-in; origin checked",
  "GET /api/metrics": "for Prometheus: a token, and not there without one; numbers of no person",
  "/api/health/live": "must answer when everything else is broken; says that the process runs",
  "/api/health/ready": "must answer without anybody signed in; says which parts answer",
  "POST /api/internal/operate": "the command line's door: loopback address and a token in the data folder",
  "GET /api/internal/drain": "the cron's door: CRON_SECRET, and not there without one",
  "GET /api/v1/openapi.json": "the description of the API, the same for everybody",
  "/icon.svg": "the picture in the browser's tab, a file of the build",
  "/sign-in": "where nobody is signed in yet",
  "/sign-in/[tenant]": "where people of a company with a provider of its own sign in",
  "/sign-in/refused": "says why a sign-in was refused",
  "app/(auth)/sign-in/actions.ts beginSignIn": "leads to the identity provider; nobody is signed in yet",
};
