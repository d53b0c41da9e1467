/**
 * The seeded people of the local identity provider: six roles in each of two tenants, so that separation can be seen.
 * @typedef {{ sub: string, email: string, name: string, tenant: string, role: string }} Person
 */

const rows = [
  ["acme", "trainee", "trainee", "Nora Lindqvist"],
  ["acme", "trainee2", "trainee", "Samuel Okafor"],
  ["acme", "manager", "manager", "Helen Marsh"],
  ["acme", "author", "author", "Diego Ruiz"],
  ["acme", "admin", "admin", "Priya Nair"],
  ["acme", "auditor", "auditor", "Tomas Becker"],
  ["globex", "trainee", "trainee", "林晓雨"],
  ["globex", "trainee2", "trainee", "陈子航"],
  ["globex", "manager", "manager", "王雅琴"],
  ["globex", "author", "author", "赵文博"],
  ["globex", "admin", "admin", "周敏"],
  ["globex", "auditor", "auditor", "刘建国"],
];

/** @type {Person[]} */
export const people = rows.map(([tenant, local, role, name]) => ({
  sub: `${tenant}-${local}`,
  email: `${local}@${tenant}.example`,
  name,
  tenant,
  role,
}));

const prefix = "made-up.";

/** Somebody typed in by hand, to try other claims: the subject itself carries them. @param {Omit<Person, "sub">} person */
export function subjectOf(person) {
  return prefix + Buffer.from(JSON.stringify(person)).toString("base64url");
}

/** @param {string} sub @returns {Person | undefined} */
export function findPerson(sub) {
  if (!sub.startsWith(prefix)) return people.find((person) => person.sub === sub);
  try {
    const { email, name, tenant, role } = JSON.parse(Buffer.from(sub.slice(prefix.length), "base64url").toString());
    return { sub, email, name, tenant, role };
  } catch {
    return undefined;
  }
}
