import { people } from "./people.mjs";

const words = {
  en: {
    title: "Who are you today?",
    lead: "This is the local sign-in of SalesBoost, for trying it out on this machine. Pick a person: there are no passwords.",
    roles: {
      trainee: "Trainee",
      manager: "Manager",
      author: "Author",
      admin: "Administrator",
      auditor: "Auditor",
    },
    other: "Somebody else",
    otherLead: "Sign in with claims of your own, for instance of a tenant that is not set up.",
    fields: { name: "Name", email: "E-mail", tenant: "Tenant claim", role: "Role claim" },
    go: "Sign in",
    signOut: "Signing out",
    signOutGo: "Sign out",
    nothing: "There is nothing to do here. Start from SalesBoost.",
  },
  zh: {
    title: "今天以谁的身份登录？",
    lead: "这是 SalesBoost 的本机登录页，仅供在这台电脑上试用。选一个人即可，无需密码。",
    roles: { trainee: "学员", manager: "主管", author: "内容作者", admin: "管理员", auditor: "审计员" },
    other: "其他人",
    otherLead: "用自定义的声明登录，例如一个尚未开通的租户。",
    fields: { name: "姓名", email: "邮箱", tenant: "租户声明", role: "角色声明" },
    go: "登录",
    signOut: "正在退出",
    signOutGo: "退出登录",
    nothing: "这里没有可做的事，请从 SalesBoost 进入。",
  },
};

const style = `
:root{color-scheme:light dark;--paper:#f4f3ef;--surface:#fdfcfa;--line:#dbd7cd;--strong:#847e72;--ink:#1d1e1a;--ink2:#4e4d45;--ink3:#64625a;--accent:#0b5763;--soft:#dbe9ea;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#171814;--surface:#20211c;--line:#383931;--strong:#84837a;--ink:#eeece4;--ink2:#c0bdb2;--ink3:#a19e93;--accent:#74c4cd;--soft:#17353a;--on:#04252a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5625 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1rem 4rem}
h1{font-size:1.75rem;line-height:2.125rem;letter-spacing:-.021em;margin:0 0 .5rem}
h2{font-size:1rem;margin:2rem 0 .75rem;text-transform:capitalize}
p{margin:0;color:var(--ink2);max-width:36rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr))}
button{font:inherit;cursor:pointer;min-height:2.75rem;border-radius:10px}
.person{display:block;width:100%;text-align:left;padding:.75rem 1rem;background:var(--surface);color:var(--ink);border:1px solid var(--line)}
.person:hover{border-color:var(--accent);background:var(--soft)}
.person b,.person span{display:block;overflow-wrap:anywhere}
.person span{font-size:.875rem;color:var(--ink3)}
.person:hover span{color:var(--ink2)}
.go{padding:0 1rem;border:0;background:var(--accent);color:var(--on);font-weight:600}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
details{margin-top:2rem;border-top:1px solid var(--line);padding-top:1rem}
summary{cursor:pointer;font-weight:600;min-height:2.75rem;display:flex;align-items:center}
summary::before{content:"+";margin-right:.5rem;color:var(--accent)}
details[open] summary::before{content:"–"}
.fields{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));margin:1rem 0}
label{display:block;font-size:.875rem;color:var(--ink2)}
input{display:block;width:100%;font:inherit;min-height:2.75rem;padding:0 .75rem;margin-top:.25rem;border:1px solid var(--strong);border-radius:6px;background:var(--surface);color:var(--ink)}
`;

/** @param {unknown} text */
const escape = (text) => String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** @param {string | undefined} accept @param {unknown} wanted @returns {"en" | "zh"} */
export function languageOf(accept, wanted) {
  const first = (typeof wanted === "string" ? wanted : (accept ?? "")).split(/[,\s;]/)[0] ?? "";
  return first.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** @param {"en" | "zh"} language @param {string} title @param {string} body @param {string} [head] */
function page(language, title, body, head = "") {
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)} · SalesBoost</title><link rel="icon" href="data:,"><style>${style}</style>${head}</head><body><main>${body}</main></body></html>`;
}

/** One click per person. @param {"en" | "zh"} language @param {string} action where the form posts to */
export function signInPage(language, action) {
  const w = words[language];
  /** @type {Record<string, string>} */
  const roles = w.roles;
  const groups = ["acme", "globex"].map((tenant) => {
    const items = people
      .filter((person) => person.tenant === tenant)
      .map(
        (person) =>
          `<li><button class="person" name="sub" value="${escape(person.sub)}"><b>${escape(person.name)}</b><span>${escape(roles[person.role])}</span><span>${escape(person.email)}</span></button></li>`,
      );
    return `<section aria-labelledby="t-${tenant}"><h2 id="t-${tenant}">${tenant}</h2><ul>${items.join("")}</ul></section>`;
  });
  const fields = Object.entries(w.fields).map(
    ([name, label]) =>
      `<label>${escape(label)}<input name="${name}" ${name === "email" ? 'type="email"' : ""} required autocomplete="off"></label>`,
  );
  return page(
    language,
    w.title,
    `<h1>${w.title}</h1><p>${w.lead}</p><form method="post" action="${escape(action)}">${groups.join("")}</form><details><summary>${w.other}</summary><p>${w.otherLead}</p><form method="post" action="${escape(action)}"><div class="fields">${fields.join("")}</div><button class="go">${w.go}</button></form></details>`,
  );
}

/** The provider's sign-out: our page asked already, so it goes on by itself. @param {"en" | "zh"} language @param {string} form */
export function signOutPage(language, form) {
  const w = words[language];
  return page(
    language,
    w.signOut,
    `<h1>${w.signOut}</h1>${form}<button class="go" type="submit" form="op.logoutForm" name="logout" value="yes">${w.signOutGo}</button><script>document.querySelector("button.go").click()</script>`,
  );
}

/** @param {"en" | "zh"} language @param {string} [message] */
export function messagePage(language, message) {
  const w = words[language];
  return page(language, "SalesBoost", `<h1>SalesBoost</h1><p>${escape(message ?? w.nothing)}</p>`);
}
