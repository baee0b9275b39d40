import type { Child } from 'hono/jsx'
import { t } from './words.ts'

/** `when` is what people read ("Tue 24 Nov, 10:00"); `dateTime` the same for machines. */
export type Due = { when: string, dateTime?: string, label: string, href?: string, note?: string }

/** What is due, soonest first. */
export function DueList({ items, empty }: { items: Due[], empty: Child }) {
  if (items.length === 0) return <Empty>{empty}</Empty>
  return <ul class="due">{items.map(item =>
    <li>
      <time datetime={item.dateTime}>{item.when}</time>
      <span class="due-what">{item.href ? <a class="ds-link" href={item.href}>{item.label}</a> : item.label}</span>
      {item.note && <Tag>{item.note}</Tag>}
    </li>)}
  </ul>
}

export type Task = { label: string, href?: string, hint?: string, /** A word that says something; nothing where there is nothing to say. */ state?: string }

/** The parts of a long piece of work, and in words how far each is. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return <ul class="tasks">{tasks.map(task =>
    <li>
      <span class="due-what">{task.href ? <a class="ds-link" href={task.href}>{task.label}</a> : task.label}
        {task.hint && <span class="muted">{task.hint}</span>}</span>
      {task.state && <Tag>{task.state}</Tag>}
    </li>)}
  </ul>
}

export type Happening = { when: string, dateTime?: string, title: string, href?: string, body?: Child }

/** What happened, in order. */
export function Timeline({ items }: { items: Happening[] }) {
  return <ol class="timeline">{items.map(item =>
    <li>
      <time datetime={item.dateTime}>{item.when}</time>
      <b>{item.href ? <a class="ds-link" href={item.href}>{item.title}</a> : item.title}</b>
      {item.body && <div>{item.body}</div>}
    </li>)}
  </ol>
}

/** A word or two beside a thing. Always neutral: nobody wears a colour here. */
export function Tag({ children }: { children: Child }) {
  return <span class="ds-tag" data-color="neutral">{children}</span>
}

/** Nothing here yet: say why, and what to do. */
export function Empty({ children }: { children: Child }) {
  return <div class="empty">{children}</div>
}

/** The way through a long list, by cursor: there are no page numbers. */
export function Pager({ previous, next }: { previous?: string | undefined, next?: string | undefined }) {
  if (previous === undefined && next === undefined) return null
  return <nav class="pager" aria-label={t('page.pager')}>
    {previous && <a class="ds-button" data-variant="secondary" rel="prev" href={previous}>{t('page.pager.previous')}</a>}
    {next && <a class="ds-button" data-variant="secondary" rel="next" href={next}>{t('page.pager.next')}</a>}
  </nav>
}
